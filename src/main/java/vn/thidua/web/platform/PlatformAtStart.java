package vn.thidua.web.platform;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings authorisations and filters about once per start; of several nodes that start together, one after the other. */
public class PlatformAtStart implements ApplicationRunner, Ordered {

    private static final long LOCK = 0x7468_6964_7561_01L;

    private final PlatformAuthorizations authorizations;
    private final TasklistFilters filters;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PlatformAtStart(
            PlatformAuthorizations authorizations,
            TasklistFilters filters,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public void run(ApplicationArguments args) {
        transaction.executeWithoutResult(status -> {
            jdbc.queryForList("SELECT pg_advisory_xact_lock(?)", LOCK);
            authorizations.grantBase();
            filters.bringAbout();
        });
    }
}
