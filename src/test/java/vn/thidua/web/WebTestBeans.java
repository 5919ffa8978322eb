package vn.thidua.web;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.thidua.TestDatabase;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.TooEarly;
import vn.thidua.duty.TooLate;
import vn.thidua.mail.Outbox;
import vn.thidua.mail.OutgoingMail;

/** What the web part needs from its neighbours, and what the tests' process calls. */
@TestConfiguration(proxyBeanMethods = false)
public class WebTestBeans {

    @Bean
    DataSource dataSource() {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(TestDatabase.createDatabase("web"));
        return source;
    }

    @Bean
    TimeSource timeSource(org.springframework.jdbc.core.JdbcTemplate jdbc) {
        return new vn.thidua.journal.DatabaseTimeSource(jdbc);
    }

    @Bean
    CapturedOutbox outbox() {
        return new CapturedOutbox();
    }

    /** What an attacker's expression would call; it must stay at zero. */
    @Bean
    Trap trap() {
        return new Trap();
    }

    @Bean
    TaskListener strictListener() {
        return WebTestBeans::check;
    }

    private static void check(DelegateTask task) {
        Object answer = task.getVariable("answer");
        if ("too-early".equals(answer)) {
            throw new TooEarly(Instant.parse("2024-11-25T06:00:00Z"));
        }
        if ("too-late".equals(answer)) {
            throw new TooLate("Đã hết hạn: trước 00:00 ngày 27/11/2024 (thứ Tư).");
        }
        if ("wrong".equals(answer)) {
            throw new DutyRefused("Ô “Kết quả” chưa đúng: hãy chọn một trong các giá trị có sẵn.");
        }
        if ("defect".equals(answer)) {
            throw new IllegalStateException("secret detail");
        }
    }

    static class CapturedOutbox implements Outbox {
        final List<OutgoingMail> mails = new CopyOnWriteArrayList<>();

        @Override
        public boolean enqueue(OutgoingMail mail) {
            return mails.add(mail);
        }
    }

    public static class Trap {
        private final AtomicInteger sprung = new AtomicInteger();

        public String spring() {
            sprung.incrementAndGet();
            return "x";
        }

        int count() {
            return sprung.get();
        }
    }
}
