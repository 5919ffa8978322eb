package vn.thidua.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of one score sheet, in memory, with faults that a real server cannot be made to have on demand: refusals, answers that
 * take long, connections cut, sessions that end. Who asks stands in the cookie {@code nguoi}. The real server is tested elsewhere.
 */
final class ScoreStub implements AutoCloseable {

    /** Who may sign in: what they see of the sheet and what they may write. */
    record Person(String name, String party, String mode, List<String> columns, List<String> writable) {}

    /** What happens to the next request that fits: an answer, or, without one, the connection is cut after the request was heard. */
    record Fault(
            Predicate<String> request, int status, @Nullable String body) {}

    static final Map<String, Person> PEOPLE = Map.of(
            "an", new Person("Nguyễn Thị An", "VDA", "SELF", List.of("SELF"), List.of("SELF")),
            "chau", new Person("Lê Minh Châu", "VDA", "SELF", List.of("SELF"), List.of("SELF")),
            "binh", new Person("Trần Văn Bình", "VDB", "LEADER", List.of("SELF", "LEADER"), List.of("LEADER")),
            "dung",
                    new Person(
                            "Phạm Văn Dũng", "VDC", "READ", List.of("SELF", "LEADER", "DEPUTY", "AGREED"), List.of()));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/diem/" + ScoreViews.YEAR + "/don-vi/" + ScoreViews.UNIT;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<BlockingQueue<String>> followers = new CopyOnWriteArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    /** Every entry ever made, the earliest first. */
    final List<ObjectNode> entries = Collections.synchronizedList(new ArrayList<>());
    /** The sheet; everything that changes or reads it holds its lock. */
    final ObjectNode sheet = ScoreViews.sheet();

    volatile boolean signedIn = true;
    volatile boolean following = true;
    volatile int delay;
    private long stand;
    private Instant now = Instant.EPOCH;

    ScoreStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A sheet without any figure, and nothing amiss. */
    void reset() {
        synchronized (sheet) {
            sheet.removeAll();
            sheet.setAll(ScoreViews.sheet());
            stand = 100;
            now = Instant.parse("2024-11-14T02:10:00Z");
        }
        synchronized (faults) {
            faults.clear();
        }
        requests.clear();
        entries.clear();
        signedIn = true;
        following = true;
        delay = 0;
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void fault(Predicate<String> request, int status, @Nullable String message) {
        String body = message == null
                ? null
                : JSON.createObjectNode().put("message", message).toString();
        synchronized (faults) {
            faults.add(new Fault(request, status, body));
        }
    }

    long count(String prefix) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.startsWith(prefix))
                    .count();
        }
    }

    ObjectNode line(String code) {
        for (JsonNode line : sheet.path("lines")) {
            if (line.path("code").asText().equals(code)) {
                return (ObjectNode) line;
            }
        }
        throw new IllegalArgumentException(code);
    }

    /** What stands in a cell: "9.75", "+0.5", "x2", with what is there; empty where nothing does. */
    String figure(String line, String column) {
        synchronized (sheet) {
            JsonNode cell = line(line).path("cells").path(column);
            String points =
                    cell.path("points").isTextual() ? cell.path("points").asText() : "";
            String bonus =
                    cell.path("bonus").isTextual() ? "+" + cell.path("bonus").asText() : "";
            String count = cell.path("count").isInt() ? "x" + cell.path("count").asInt() : "";
            return points + bonus + count;
        }
    }

    /** Somebody sets a figure without a browser. */
    ObjectNode set(String person, String line, String column, @Nullable String points, String reason) {
        synchronized (sheet) {
            ObjectNode body = JSON.createObjectNode().put("line", line).put("column", column);
            body.put("points", points).putNull("bonus").putNull("count").put("reason", reason);
            JsonNode there = line(line).path("cells").path(column).path("id");
            body.set("base", there.isMissingNode() ? null : there);
            return entry(Objects.requireNonNull(PEOPLE.get(person)), person, body);
        }
    }

    void note(String person, String line, String kind, String text) {
        synchronized (sheet) {
            say(Objects.requireNonNull(PEOPLE.get(person)), line, kind, text);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        try (exchange) {
            if (path.equals("/tep/nhiem-vu/1")) {
                answer(
                        exchange,
                        200,
                        HandInViews.sheet(ScoreViews.YEAR, ScoreViews.UNIT).toString());
                return;
            }
            if (!path.startsWith("/diem/")) {
                page(exchange, path);
                return;
            }
            requests.add(request);
            String who = who(exchange);
            Person person = PEOPLE.get(who);
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fault fault = fault(request);
            if (!signedIn || person == null) {
                answer(exchange, 401, "{\"message\":\"Chưa đăng nhập.\"}");
            } else if (fault != null && fault.body() != null) {
                answer(exchange, fault.status(), fault.body());
            } else if (!request.startsWith("GET")
                    && exchange.getRequestHeaders().getFirst("X-Thidua") == null) {
                answer(exchange, 403, "{\"message\":\"Thiếu dấu hiệu của trang.\"}");
            } else {
                contract(exchange, request, person, who, body, fault != null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Fault fault(String request) {
        synchronized (faults) {
            Fault first = faults.peek();
            return first != null && first.request().test(request) ? faults.poll() : null;
        }
    }

    private static String who(HttpExchange exchange) {
        String cookie = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
        return cookie.replaceFirst("(?s).*nguoi=(\\w*).*", "$1");
    }

    private void contract(HttpExchange exchange, String request, Person person, String who, byte[] body, boolean cut)
            throws IOException, InterruptedException {
        if (request.endsWith("/thay-doi")) {
            follow(exchange);
            return;
        }
        Thread.sleep(delay);
        JsonNode asked = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        String answer;
        int status = 200;
        synchronized (sheet) {
            if (request.equals("GET " + BASE)) {
                answer = shown(person, who).toString();
            } else if (request.equals("PUT " + BASE + "/o")) {
                ObjectNode result = put(person, who, (ObjectNode) asked);
                status = result.has("field") ? 422 : result.has("message") ? 409 : 200;
                answer = result.toString();
            } else if (request.equals("POST " + BASE + "/nhieu-o")) {
                ArrayNode results = JSON.createArrayNode();
                asked.path("cells").forEach(cell -> results.add(put(person, who, (ObjectNode) cell)));
                answer = JSON.createObjectNode()
                        .<ObjectNode>set("results", results)
                        .put("stand", stand)
                        .toString();
            } else if (request.equals("POST " + BASE + "/ghi-chu")) {
                ObjectNode note = say(
                        person,
                        asked.path("line").asText(),
                        asked.path("kind").asText(),
                        asked.path("text").asText());
                answer = JSON.createObjectNode().<ObjectNode>set("note", note).toString();
            } else {
                answer = history(exchange.getRequestURI().getQuery()).toString();
            }
        }
        if (!cut) {
            answer(exchange, status, answer);
        }
    }

    private ObjectNode shown(Person person, String who) {
        ObjectNode view = sheet.deepCopy();
        view.put("stand", stand)
                .put("mode", person.mode())
                .put("mayExplain", person.mode().equals("SELF"));
        view.putObject("me").put("id", who).put("name", person.name());
        view.set("columns", JSON.valueToTree(person.columns()));
        view.set("writable", JSON.valueToTree(person.writable()));
        view.path("lines").forEach(line -> ((ObjectNode) line.path("cells")).retain(person.columns()));
        if (person.mode().equals("READ")) {
            view.putNull("heading").put("whyNot", "Kết quả đã được chốt; bảng điểm chỉ để xem.");
        }
        return view;
    }

    private ObjectNode put(Person person, String who, ObjectNode body) {
        ObjectNode result = JSON.createObjectNode()
                .put("line", body.path("line").asText())
                .put("column", body.path("column").asText());
        ObjectNode line = line(body.path("line").asText());
        JsonNode there = line.path("cells").path(body.path("column").asText());
        if (body.path("points").isTextual()
                && new BigDecimal(body.path("points").asText())
                                .compareTo(new BigDecimal(line.path("max").asText()))
                        > 0) {
            return result.put("message", "Quá điểm tối đa.").put("field", "points");
        }
        if (there.path("id").asLong(0) != body.path("base").asLong(0)) {
            return result.put("message", "Ô này vừa được người khác sửa.").set("cell", there);
        }
        return result.set("cell", entry(person, who, body));
    }

    private ObjectNode entry(Person person, String who, ObjectNode body) {
        ObjectNode line = line(body.path("line").asText());
        String column = body.path("column").asText();
        ObjectNode cell = body.deepCopy();
        cell.remove(List.of("line", "column", "base"));
        if (cell.path("count").isInt()) {
            BigDecimal off = new BigDecimal(line.path("deduct").path("points").asText())
                    .multiply(BigDecimal.valueOf(cell.path("count").asInt()));
            BigDecimal max = new BigDecimal(line.path("max").asText());
            boolean penalty = line.path("kind").asText().equals("PENALTY");
            BigDecimal points =
                    penalty ? off : max.subtract(off).max(BigDecimal.ZERO).stripTrailingZeros();
            cell.put("points", points.stripTrailingZeros().toPlainString());
        }
        now = now.plusSeconds(1);
        int changes = line.path("cells").path(column).path("changes").asInt(0) + 1;
        cell.put("id", ++stand).put("by", person.name()).put("byId", who);
        cell.put("party", person.party()).put("partyName", "Sở Nội vụ tỉnh Ví Dụ " + person.party());
        cell.put("at", now.toString()).put("changes", changes).put("replaced", false);
        ((ObjectNode) line.path("cells")).set(column, cell);
        sheet.set("saved", JSON.createObjectNode().put("at", now.toString()).put("by", person.name()));
        cell.put("act", "SET");
        entries.add(JSON.createObjectNode()
                .put("line", body.path("line").asText())
                .put("column", column)
                .set("cell", cell.deepCopy()));
        tell(JSON.createObjectNode()
                .put("line", body.path("line").asText())
                .put("column", column)
                .<ObjectNode>set("cell", cell)
                .putNull("note"));
        return cell;
    }

    private ObjectNode say(Person person, String line, String kind, String text) {
        now = now.plusSeconds(1);
        ObjectNode note =
                JSON.createObjectNode().put("id", ++stand).put("kind", kind).put("text", text);
        note.put("by", person.name())
                .put("party", person.party())
                .put("partyName", "Sở Nội vụ")
                .put("at", now.toString());
        ((ArrayNode) line(line).path("notes")).add(note);
        tell(JSON.createObjectNode()
                .put("line", line)
                .putNull("column")
                .putNull("cell")
                .set("note", note));
        return note;
    }

    private ObjectNode history(String query) {
        String line = query.substring("dong=".length());
        ObjectNode history = JSON.createObjectNode();
        List<ObjectNode> newest = new ArrayList<>(entries.stream()
                .filter(entry -> entry.path("line").asText().equals(line))
                .toList());
        Collections.reverse(newest);
        history.putArray("entries").addAll(newest);
        history.set("notes", line(line).path("notes"));
        return history;
    }

    private void tell(ObjectNode change) {
        change.put("stand", stand).put("unit", ScoreViews.UNIT);
        String event = "id: " + stand + "\nevent: thay-doi\ndata: " + change + "\n\n";
        followers.forEach(queue -> queue.add(event));
    }

    private void follow(HttpExchange exchange) throws IOException, InterruptedException {
        if (!following) {
            answer(exchange, 503, "{}");
            return;
        }
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        followers.add(queue);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try {
            while (following) {
                String event = queue.poll(300, TimeUnit.MILLISECONDS);
                exchange.getResponseBody().write((event == null ? ": \n" : event).getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } finally {
            followers.remove(queue);
        }
    }

    private static void page(HttpExchange exchange, String path) throws IOException {
        String name = path.startsWith("/camunda/")
                ? "/META-INF/resources/webjars" + path
                : "/web/score" + (path.equals("/") ? "/page.html" : path);
        try (InputStream resource = ScoreStub.class.getResourceAsStream(name)) {
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
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        following = false;
        server.stop(0);
        threads.shutdownNow();
    }
}
