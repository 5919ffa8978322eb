package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has files looked at by a clamd (ClamAV). Only its word "OK" is "clean"; whatever else it says, or that it says nothing, keeps a
 * file waiting with its instant of receipt recorded.
 */
final class ClamdCheck implements VirusCheck {
    /** For the whole of one file; its own limits end sooner. */
    private static final Duration TIME = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(ClamdCheck.class);
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+)]?:([0-9]{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (\\S{1,200}) FOUND");

    private final String host;
    private final int port;
    private final Duration time;
    private volatile boolean failing;

    /** @param address host:port */
    ClamdCheck(String address) {
        this(address, TIME);
    }

    ClamdCheck(String address, Duration time) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65535) {
            throw new IllegalArgumentException("thidua.evidence.clamd is not host:port: " + address);
        }
        this.host = parts.group(1);
        this.port = Integer.parseInt(parts.group(2));
        this.time = time;
    }

    @Override
    public Optional<Problem> problem(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                ClamdSession session = ClamdSession.open(new InetSocketAddress(host, port), time)) {
            return judge(session.ask(content));
        } catch (ClamdSession.Unanswered e) {
            return waits("gives no answer: " + e.getMessage());
        }
    }

    private Optional<Problem> judge(String answer) {
        if (answer.equals("stream: OK")) {
            failing = false;
            return Optional.empty();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            failing = false;
            return Optional.of(new Problem(
                    true,
                    "Không nhận tệp: bộ quét vi-rút phát hiện mã độc «" + found.group(1)
                            + "». Quét vi-rút trên máy đã tạo tệp, tạo lại tệp sạch rồi tải lên."));
        }
        return waits("does not say whether a file is clean: " + answer);
    }

    private Optional<Problem> waits(String why) {
        if (!failing) {
            LOG.error("clamd at {}:{} {}. Files wait until it does", host, port, why);
        }
        failing = true;
        return Optional.of(new Problem(
                false,
                "Máy chủ đã nhận đủ tệp và đã ghi thời điểm nhận, nhưng chưa quét được vi-rút. Hệ thống tự quét lại và cấp"
                        + " biên nhận theo thời điểm đã ghi; không cần tải lại tệp."));
    }
}
