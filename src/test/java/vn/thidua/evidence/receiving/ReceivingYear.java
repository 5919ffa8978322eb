package vn.thidua.evidence.receiving;

import static vn.thidua.YearFixture.officer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.YearFixture;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.DutyDocuments;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.evidence.submission.Submissions;
import vn.thidua.journal.Journal;

/** A year in which every unit owes its list of attendees, received before 15:00 of 21/11/2024 and never after. */
final class ReceivingYear {
    static final String SLOT = "list";
    static final String IN_TIME = "2024-11-20T10:00";
    static final String LAST_MICROSECOND = "2024-11-21T14:59:59.999999";
    static final String DEADLINE = "2024-11-21T15:00";

    final YearFixture year;
    private final ApplicationContext context;

    ReceivingYear(ApplicationContext context, String cluster) {
        this.context = context;
        bean(DocumentDemand.class).use(DocumentDemand.Level.ALL);
        year = new YearFixture(context).start(cluster, "2024-11-20T08:30");
        year.run(IN_TIME);
    }

    void end() {
        year.end();
        bean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Duty duty(String unit) {
        return year.duty(year.key(DutyType.ATTENDEES, unit));
    }

    Upload begin(String unit, String name, long size) {
        return bean(Receiving.class).begin(duty(unit).id(), SLOT, name, size, null, officer(unit));
    }

    Submission handIn(String unit, byte[] content) throws IOException {
        Upload upload = begin(unit, "danh-sach.pdf", content.length);
        return Objects.requireNonNull(append(upload, 0, content, content.length).file());
    }

    Receiving.Progress append(Upload upload, int from, byte[] content, int to) throws IOException {
        return bean(Receiving.class)
                .append(upload.id(), from, new ByteArrayInputStream(content, from, to - from), upload.by());
    }

    /** Another node's, or one with faults: what is not given is the application's own. */
    UploadEnding ending(FileStore store, VirusCheck virusCheck, TransactionTemplate transactions) {
        EndingSteps steps = new EndingSteps(
                bean(UploadRepository.class),
                bean(Incoming.class),
                bean(Examiner.class),
                virusCheck,
                store,
                bean(Submissions.class),
                bean(DutyRepository.class),
                bean(Journal.class),
                bean(JdbcClient.class),
                transactions,
                context);
        return new UploadEnding(bean(UploadRepository.class), bean(SubmissionRepository.class), steps);
    }

    Receiving receiving(UploadEnding ending) {
        return new Receiving(
                bean(UploadRepository.class),
                bean(Incoming.class),
                ending,
                bean(DutyRepository.class),
                bean(DutyService.class),
                bean(DutyDocuments.class),
                bean(SubmissionRepository.class),
                bean(Journal.class),
                bean(EvidenceProperties.class),
                bean(TransactionTemplate.class));
    }

    Upload upload(UUID id) {
        return bean(UploadRepository.class).find(id).orElseThrow();
    }

    List<Submission> files(String unit) {
        return bean(SubmissionRepository.class).ofDuty(duty(unit).id());
    }

    long count(String sql, Object... values) {
        return bean(JdbcClient.class)
                .sql(sql)
                .params(List.of(values))
                .query(Long.class)
                .single();
    }

    /** A dead node's claim, as its death left it. */
    void claimed(UUID id) {
        bean(JdbcClient.class)
                .sql("UPDATE upload SET ending_since = thidua_now() WHERE id = ?")
                .param(id)
                .update();
    }

    /** What lies among unfinished uploads. */
    Set<String> incoming() throws IOException {
        Path folder = Path.of(bean(EvidenceProperties.class).directory(), "incoming");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
