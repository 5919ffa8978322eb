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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.thidua.cycle.reading.YearView;
import vn.thidua.web.page.HtmlPages;

/**
 * The server's side of the board, in memory: the page itself, figures, and a stream of events that is cut on demand. Who somebody
 * is stands in a cookie that the page's address sets ({@code ?la=VLG}).
 */
final class BoardStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String YEAR = "/diem/nam-thu";

    /** What happens to the next request that fits. */
    record Refusal(Predicate<String> request, String message) {}

    private record Event(int stand, String data) {}

    private record Stream(HttpExchange exchange, CountDownLatch end) {}

    volatile BoardState state = new BoardState(new BoardSample());
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Event> events = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private final HtmlPages pages = new HtmlPages();

    volatile boolean signedIn = true;
    /** No stream is let in; those there are are cut by {@link #cut}. */
    volatile boolean down;
    /** What happened before is no longer known: streams that ask for it are refused. */
    volatile boolean forgetful;
    /** The next request that fits is refused with this. */
    volatile @Nullable Refusal refusal;

    BoardStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** All begins anew, with other figures. */
    synchronized void begin(BoardSample sample) {
        cut();
        state = new BoardState(sample);
        events.clear();
        requests.clear();
        signedIn = true;
        down = false;
        forgetful = false;
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (!path.startsWith(YEAR)) {
                page(exchange, path);
                return;
            }
            String request = exchange.getRequestMethod() + " " + path.substring(YEAR.length());
            requests.add(request + (request.endsWith("/thay-doi") ? " " + last(exchange) : ""));
            if (!signedIn) {
                answer(exchange, 401, message("Chưa đăng nhập."));
                return;
            }
            if (request.equals("GET /thay-doi")) {
                stream(exchange);
                return;
            }
            Refusal no = refusal;
            if (no != null && no.request().test(request)) {
                refusal = null;
                answer(exchange, 403, message(no.message()));
                return;
            }
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            Map.Entry<Integer, JsonNode> answer = contract(request, body, exchange);
            answer(exchange, answer.getKey(), answer.getValue());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private synchronized Map.Entry<Integer, JsonNode> contract(String request, JsonNode body, HttpExchange exchange) {
        String who = who(exchange);
        String[] parts = request.split("[ /]");
        if (!request.startsWith("GET") && exchange.getRequestHeaders().getFirst("X-Thidua") == null) {
            return Map.entry(403, message("Thiếu dấu hiệu của trang."));
        }
        if (request.equals("GET /bang")) {
            return Map.entry(200, state.board(who));
        }
        if (request.equals("POST /hoan-tac")) {
            return undo(body.path("entry").asText(), who);
        }
        String unit = parts[3];
        return switch (parts[4]) {
            case "o" -> agree(unit, body, who);
            case "nhieu-o" -> agreeAll(unit, body, who);
            case "ghi-chu" -> note(unit, body, who);
            default -> history(unit, exchange.getRequestURI().getQuery().split("=")[1]);
        };
    }

    private Map.Entry<Integer, JsonNode> agree(String unit, JsonNode body, String who) {
        if (!state.mayAgree(unit, who)) {
            return Map.entry(403, message("Không ai chấm điểm đơn vị mình."));
        }
        String line = body.path("line").asText();
        ObjectNode now = state.cell(unit, line, "AGREED");
        if (!Objects.equals(
                now == null ? null : now.path("id").asText(), body.path("base").asText(null))) {
            ObjectNode taken = message("Người khác vừa thống nhất dòng này.");
            return Map.entry(409, taken.set("cell", now));
        }
        return Map.entry(200, agreed(unit, line, body, who, null));
    }

    /** Agrees as if somebody had done so elsewhere. */
    synchronized ObjectNode agreed(String unit, String line, JsonNode figures, String who, @Nullable String undoes) {
        String reason = undoes == null ? figures.path("reason").asText() : "";
        ObjectNode cell =
                state.enter(unit, line, "AGREED", figures, reason, who, undoes).cell();
        tell(unit, line, event -> event.put("column", "AGREED").set("cell", cell));
        return told(JSON.createObjectNode()).set("cell", cell);
    }

    ObjectNode agreed(String unit, String line, String points, String reason, String who) {
        return agreed(unit, line, JSON.createObjectNode().put("points", points).put("reason", reason), who, null);
    }

    private Map.Entry<Integer, JsonNode> agreeAll(String unit, JsonNode body, String who) {
        ArrayNode results = JSON.createArrayNode();
        for (JsonNode cell : body.path("cells")) {
            Map.Entry<Integer, JsonNode> one = agree(unit, cell, who);
            ObjectNode result =
                    results.addObject().put("line", cell.path("line").asText()).put("column", "AGREED");
            result.setAll((ObjectNode) one.getValue());
        }
        return Map.entry(200, told(JSON.createObjectNode()).set("results", results));
    }

    private Map.Entry<Integer, JsonNode> note(String unit, JsonNode body, String who) {
        ObjectNode note = state.note(unit, body, who);
        tell(unit, body.path("line").asText(), event -> event.set("note", note));
        return Map.entry(200, told(JSON.createObjectNode()).set("note", note));
    }

    private Map.Entry<Integer, JsonNode> undo(String id, String who) {
        BoardState.Entry entry = state.entry(id);
        if (!state.mayAgree(entry.unit(), who)) {
            return Map.entry(403, message("Không ai chấm điểm đơn vị mình."));
        }
        return Map.entry(200, agreed(entry.unit(), entry.line(), state.before(entry), who, id));
    }

    private Map.Entry<Integer, JsonNode> history(String unit, String line) {
        ObjectNode history = JSON.createObjectNode();
        ArrayNode entries = history.putArray("entries");
        state.entries.stream()
                .filter(entry -> entry.unit().equals(unit) && entry.line().equals(line))
                .forEach(entry -> {
                    ObjectNode one = JSON.createObjectNode();
                    one.put("column", entry.column());
                    one.set("cell", entry.cell().deepCopy().put("act", "SET"));
                    entries.insert(0, one);
                });
        history.set("notes", state.notes(unit, line));
        return Map.entry(200, history);
    }

    private ObjectNode told(ObjectNode answer) {
        return answer.put("stand", state.stand());
    }

    private void tell(String unit, String line, java.util.function.Consumer<ObjectNode> what) {
        ObjectNode event = JSON.createObjectNode()
                .put("stand", state.stand())
                .put("unit", unit)
                .put("line", line)
                .putNull("column")
                .putNull("cell")
                .putNull("note");
        what.accept(event);
        Event happened = new Event(state.stand(), event.toString());
        events.add(happened);
        for (Stream stream : List.copyOf(streams)) {
            send(stream, change(happened));
            send(stream, ranking());
        }
    }

    private static String change(Event event) {
        return "event: thay-doi\nid: " + event.stand() + "\ndata: " + event.data() + "\n\n";
    }

    private String ranking() {
        ObjectNode data = JSON.createObjectNode();
        data.set("standings", state.standings());
        return "event: xep-hang\nid: " + state.stand() + "\ndata: " + data + "\n\n";
    }

    /** Another phase begins, and everybody is told. */
    synchronized void phase(String phase, String text) {
        state.phase = phase;
        state.phaseText = text;
        List.copyOf(streams).forEach(stream -> send(stream, turned()));
    }

    private String turned() {
        return "event: giai-doan\ndata: " + JSON.createObjectNode().put("turn", state.turn()) + "\n\n";
    }

    private static int last(HttpExchange exchange) {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        return Integer.parseInt(Objects.requireNonNull(last, "Last-Event-ID"));
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        if (down) {
            return;
        }
        if (forgetful) {
            forgetful = false;
            answer(exchange, 410, message("Máy chủ không còn giữ các thay đổi trước đó."));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        Stream stream = new Stream(exchange, new CountDownLatch(1));
        synchronized (this) {
            streams.add(stream);
            send(stream, ": chào\n\n");
            int since = last(exchange);
            events.stream().filter(event -> event.stand() > since).forEach(event -> send(stream, change(event)));
            send(stream, ranking());
            send(stream, turned());
        }
        stream.end().await();
    }

    private synchronized void send(Stream stream, String text) {
        try {
            stream.exchange().getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            stream.exchange().getResponseBody().flush();
        } catch (IOException e) {
            streams.remove(stream);
            stream.end().countDown();
        }
    }

    /** Connections of all viewers are lost. */
    synchronized void cut() {
        streams.forEach(stream -> stream.end().countDown());
        streams.clear();
    }

    long count(String prefix) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.startsWith(prefix))
                    .count();
        }
    }

    /** What people agreed on so far. */
    synchronized List<BoardState.Entry> agreed() {
        return state.entries.stream()
                .filter(entry -> entry.column().equals("AGREED"))
                .toList();
    }

    static ObjectNode message(String text) {
        return JSON.createObjectNode().put("message", text);
    }

    private static String who(HttpExchange exchange) {
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        return cookie == null ? "" : cookie.substring(cookie.indexOf('=') + 1);
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        byte[] bytes;
        String type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
        if (path.startsWith("/camunda/")) {
            try (InputStream resource = BoardStub.class.getResourceAsStream("/META-INF/resources/webjars" + path)) {
                bytes = Objects.requireNonNull(resource, path).readAllBytes();
            }
        } else if (path.equals("/nam/nam-thu/bang-diem")) {
            String who = exchange.getRequestURI().getQuery().substring("la=".length());
            exchange.getResponseHeaders().set("Set-Cookie", "la=" + who + "; Path=/");
            YearView.Head head = new YearView.Head("nam-thu", "Cụm thi đua Tây Nam Bộ 2024", true, "", "");
            bytes = Objects.requireNonNull(pages.page(HttpStatus.OK, "year/board", Map.of("head", head))
                            .getBody())
                    .getBytes(StandardCharsets.UTF_8);
        } else {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        cut();
        server.stop(0);
        threads.shutdownNow();
    }
}
