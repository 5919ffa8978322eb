package vn.thidua.tryout;

import java.util.List;

/** Whether an embedded PostgreSQL's data must outlive a power cut; and its settings, written at every start. */
public enum Durability {
    KEEP("on"),
    /** Nothing of it is kept: the folder is removed with the server, even if we are killed. */
    THROW_AWAY("off");

    /** For a life of a minute: nothing is cleaned up, copied or archived. */
    private static final String SHORT_LIVED = """
            autovacuum = off
            wal_level = minimal
            max_wal_senders = 0
            jit = off
            """;

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    /** What {@code initdb} is told besides: whether what it writes must have reached the disk. */
    List<String> forInitdb() {
        return this == THROW_AWAY ? List.of("--no-sync") : List.of();
    }

    String settings(int port) {
        return """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                fsync = %s
                synchronous_commit = %2$s
                full_page_writes = %2$s
                timezone = 'Asia/Ho_Chi_Minh'
                log_timezone = 'Asia/Ho_Chi_Minh'
                max_connections = 60
                log_line_prefix = '%%m [%%p] '
                """.formatted(port, setting) + (this == THROW_AWAY ? SHORT_LIVED : "");
    }
}
