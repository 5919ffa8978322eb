package vn.thidua.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A caller of the server: with cookies as a browser, or with HTTP Basic. */
public final class Http {

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private @Nullable String basic;

    public Http(int port) {
        this.base = "http://localhost:" + port;
    }

    Http basic(String user, String password) {
        basic = "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Logs in to the web apps as the browser does, the CSRF token fetched first. */
    public HttpResponse<String> login(String user, String password) {
        get("/camunda/app/tasklist/default/");
        HttpResponse<String> answer = send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8)));
        get("/camunda/app/tasklist/default/");
        return answer;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(String method, String path, @Nullable String contentType, BodyPublisher body) {
        return send(method, path, contentType, body, new String[0]);
    }

    public HttpResponse<String> send(
            String method, String path, @Nullable String contentType, BodyPublisher body, String... headers) {
        return send(method, path, contentType, body, BodyHandlers.ofString(), headers);
    }

    /** What came, byte by byte. */
    HttpResponse<byte[]> bytes(String path, String... headers) {
        return send("GET", path, null, BodyPublishers.noBody(), BodyHandlers.ofByteArray(), headers);
    }

    /** What comes line by line, for as long as the server keeps sending. */
    public java.util.stream.Stream<String> lines(String path, String... headers) {
        return send("GET", path, null, BodyPublishers.noBody(), BodyHandlers.ofLines(), headers)
                .body();
    }

    private <T> HttpResponse<T> send(
            String method,
            String path,
            @Nullable String contentType,
            BodyPublisher body,
            HttpResponse.BodyHandler<T> handler,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            if (cookie.getName().equals("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", cookie.getValue());
            }
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
