package vn.thidua.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of handing in, in memory, with faults that a real server cannot be made to have on demand: connections
 * cut in the middle of a piece, answers lost, refusals, sessions that end. The real one is tested elsewhere.
 */
final class HandInStub implements AutoCloseable {

    static final int CHUNK = 65_536;
    static final String REASON = "Tệp PDF được mã hóa nên không kiểm tra được. Hãy bỏ mật khẩu rồi nộp lại.";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What happens to the next request that fits. @param after bytes of the body that are read and kept before; the answer, or null to cut the connection */
    record Fault(
            Predicate<String> request,
            int after,
            int status,
            @Nullable String body) {}

    private static final class Begun {
        final ObjectNode json;
        long sent;

        Begun(ObjectNode json) {
            this.json = json;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final Map<Integer, ObjectNode> views = new ConcurrentHashMap<>();
    final Map<String, Begun> uploads = Collections.synchronizedMap(new LinkedHashMap<>());
    final Deque<Fault> faults = new ArrayDeque<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    /** Names of files that are refused once they are complete, for {@link #REASON}. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    volatile int delay;
    volatile boolean signedIn = true;
    private final AtomicInteger lastFile = new AtomicInteger();

    HandInStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    ObjectNode view(int duty) {
        return Objects.requireNonNull(views.get(duty));
    }

    void fault(Predicate<String> request, int after, int status, @Nullable String message) {
        synchronized (faults) {
            faults.add(new Fault(request, after, status, message == null ? null : HandInViews.message(message)));
        }
    }

    void fault(Fault fault) {
        synchronized (faults) {
            faults.add(fault);
        }
    }

    long sentBytes() {
        synchronized (uploads) {
            return uploads.values().stream().mapToLong(begun -> begun.sent).sum();
        }
    }

    long count(String prefix) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.startsWith(prefix))
                    .count();
        }
    }

    /** Every file of the duty, old ones too. */
    List<ObjectNode> files(int duty) {
        List<ObjectNode> files = new ArrayList<>();
        view(duty).path("slots").forEach(slot -> slot.path("files").forEach(file -> files.add((ObjectNode) file)));
        return files;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        try (exchange) {
            if (!path.startsWith("/tep/")) {
                page(exchange, path);
                return;
            }
            requests.add(request);
            if (!signedIn) {
                answer(exchange, 401, HandInViews.message("Chưa đăng nhập."));
                return;
            }
            if (!request.startsWith("GET") && exchange.getRequestHeaders().getFirst("X-Thidua") == null) {
                answer(exchange, 403, HandInViews.message("Thiếu dấu hiệu của trang."));
                return;
            }
            Fault fault = fault(request);
            if (fault != null) {
                fail(exchange, path, fault);
                return;
            }
            contract(exchange, request, path.split("/"));
        } catch (RuntimeException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private @Nullable Fault fault(String request) {
        synchronized (faults) {
            Fault next = faults.stream()
                    .filter(fault -> fault.request().test(request))
                    .findFirst()
                    .orElse(null);
            faults.remove(next);
            return next;
        }
    }

    private void fail(HttpExchange exchange, String path, Fault fault) throws IOException {
        Begun begun = uploads.get(path.substring(path.lastIndexOf('/') + 1));
        if (begun != null && fault.after() > 0) {
            keep(begun, exchange.getRequestBody().readNBytes(fault.after()).length);
        }
        if (fault.body() != null) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, fault.status(), fault.body());
        }
    }

    private void contract(HttpExchange exchange, String request, String[] parts)
            throws IOException, InterruptedException {
        if (request.matches("GET /tep/(nhiem-vu|viec)/\\w+")) {
            answer(exchange, 200, shown(Integer.parseInt(parts[3])).toString());
        } else if (request.matches("POST /tep/viec/\\d+/tai-len")) {
            ObjectNode begun = (ObjectNode) JSON.readTree(exchange.getRequestBody());
            begun.put("id", UUID.randomUUID().toString()).put("offset", 0).put("duty", Integer.parseInt(parts[3]));
            uploads.put(begun.path("id").asText(), new Begun(begun));
            answer(exchange, 201, begun.toString());
        } else if (request.startsWith("DELETE /tep/tai-len/")) {
            uploads.remove(parts[3]);
            answer(exchange, 204, "");
        } else if (request.startsWith("GET /tep/tai-len/")) {
            Begun begun = uploads.get(parts[3]);
            answer(exchange, begun == null ? 410 : 200, begun == null ? "{}" : begun.json.toString());
        } else if (request.startsWith("PATCH /tep/tai-len/")) {
            piece(exchange, parts[3]);
        } else {
            change(exchange, request, parts);
        }
    }

    private void change(HttpExchange exchange, String request, String[] parts) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        if (request.endsWith("/khong-bo-sung")) {
            slot(Integer.parseInt(parts[3]), body.path("slot").asText())
                    .put("declined", body.path("declined").asBoolean());
            answer(exchange, 204, "");
        } else if (request.endsWith("/nhap")) {
            ObjectNode draft =
                    JSON.createObjectNode().put("at", "2024-11-25T05:12:30Z").put("by", "Nguyễn Thị An");
            view(Integer.parseInt(parts[3])).set("answers", body.path("answers"));
            view(Integer.parseInt(parts[3])).set("draft", draft);
            answer(exchange, 200, draft.toString());
        } else {
            ObjectNode file = views.keySet().stream()
                    .flatMap(duty -> files(duty).stream())
                    .filter(one -> one.path("id").asText().equals(parts[2]))
                    .findFirst()
                    .orElseThrow();
            if (request.endsWith("/rut-lai")) {
                file.put("state", "WITHDRAWN")
                        .put("stateWords", "Đã rút lại")
                        .put("reason", body.path("reason").asText());
            } else {
                ((ObjectNode) file.path("citation")).setAll((ObjectNode) body);
                ((ObjectNode) file.path("citation")).put("confirmed", true);
            }
            answer(exchange, 200, file.toString());
        }
    }

    private void piece(HttpExchange exchange, String id) throws IOException, InterruptedException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            byte[] piece = exchange.getRequestBody().readAllBytes();
            Thread.sleep(delay);
            Begun begun = uploads.get(id);
            if (begun == null) {
                answer(exchange, 410, HandInViews.message("Máy chủ không còn giữ phần đã tải lên."));
                return;
            }
            long offset = begun.json.path("offset").asLong();
            if (offset != Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"))
                    || piece.length > CHUNK) {
                begun.sent += piece.length;
                answer(
                        exchange,
                        409,
                        JSON.createObjectNode()
                                .put("message", "Vị trí khác.")
                                .put("offset", offset)
                                .toString());
                return;
            }
            keep(begun, piece.length);
            ObjectNode answer = JSON.createObjectNode().put("offset", offset + piece.length);
            if (offset + piece.length == begun.json.path("size").asLong()) {
                if (refused.contains(begun.json.path("name").asText())) {
                    uploads.remove(id);
                    answer(exchange, 422, HandInViews.message(REASON));
                    return;
                }
                answer.set("file", store(begun));
            }
            answer(exchange, 200, answer.toString());
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static void keep(Begun begun, int bytes) {
        begun.sent += bytes;
        begun.json.put("offset", begun.json.path("offset").asLong() + bytes);
    }

    private ObjectNode store(Begun begun) {
        ObjectNode file = HandInViews.file(lastFile.incrementAndGet(), begun.json);
        uploads.remove(begun.json.path("id").asText());
        sentOfStored.put(begun.json.path("name").asText(), begun.sent);
        synchronized (views) {
            ObjectNode slot = slot(
                    begun.json.path("duty").asInt(), begun.json.path("slot").asText());
            slot.path("files").forEach(old -> {
                if (old.path("id").equals(begun.json.path("replaces"))) {
                    ((ObjectNode) old).put("state", "REPLACED").put("stateWords", "Đã được thay bằng tệp khác");
                }
            });
            ((ArrayNode) slot.path("files")).add(file);
        }
        return file;
    }

    /** Bytes that were received for a file until it was stored, by its name. */
    final Map<String, Long> sentOfStored = new ConcurrentHashMap<>();

    private ObjectNode slot(int duty, String code) {
        for (JsonNode slot : view(duty).path("slots")) {
            if (slot.path("code").asText().equals(code)) {
                return (ObjectNode) slot;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private ObjectNode shown(int duty) {
        synchronized (views) {
            ObjectNode view = view(duty).deepCopy();
            ArrayNode begun = view.putArray("uploads");
            synchronized (uploads) {
                uploads.values().stream()
                        .filter(one -> one.json.path("duty").asInt() == duty)
                        .forEach(one -> begun.add(one.json.deepCopy()));
            }
            HandInViews.missing(view);
            return view;
        }
    }

    private static void page(HttpExchange exchange, String path) throws IOException {
        String name = path.startsWith("/camunda/")
                ? "/META-INF/resources/webjars" + path
                : "/web/hand-in" + (path.equals("/") ? "/page.html" : path);
        try (InputStream resource = HandInStub.class.getResourceAsStream(name)) {
            if (resource == null) {
                answer(exchange, 404, "");
                return;
            }
            String type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; object-src 'none'");
            byte[] bytes = resource.readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
