package vn.thidua;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.thidua.cycle.documents.ReceiptReading;
import vn.thidua.journal.seal.ChainAudit;
import vn.thidua.journal.seal.Fault;
import vn.thidua.journal.seal.ProofUnreadable;
import vn.thidua.journal.seal.ReceiptAudit;
import vn.thidua.journal.seal.ReceiptFile;
import vn.thidua.journal.seal.ReceiptProof;
import vn.thidua.scoring.audit.ScoreAudit;
import vn.thidua.scoring.audit.ScoreFault;
import vn.thidua.scoring.result.Result;
import vn.thidua.tryout.ReadOnlyDatabase;

/**
 * {@code audit [--cluster-year ID] [--checkpoint NUMBER:HASH] | --receipt FILE}: whether the journal is what it was, and
 * whether scores and results are what it says, on the configured database or the one in {@code ./data}, beside a server that runs.
 * Reads, and nothing else.
 */
@Command(
        name = "audit",
        synopsisHeading = "Cách dùng: ",
        customSynopsis = {
            "java -jar thidua.jar audit [--cluster-year ID] [--checkpoint NUMBER:HASH]",
            "       java -jar thidua.jar audit --receipt FILE"
        },
        description = {
            "Kiểm tra nhật ký có bị sửa, xóa, chèn hay cắt bớt không; tính lại điểm, thứ hạng, mã băm của kết quả chấm điểm;",
            "hoặc đối chiếu một biên nhận. Chỉ đọc."
        })
final class AuditCommand implements Callable<Integer>, ChecksItsCall {
    private static final Pattern CHECKPOINT = Pattern.compile("[1-9]\\d{0,17}:[0-9a-fA-F]{64}");

    private final Streams streams;

    @Option(names = "--cluster-year", paramLabel = "ID", description = "Chỉ năm thi đua này, ví dụ tay-nam-bo-2024.")
    private @Nullable String year;

    @Option(
            names = "--checkpoint",
            paramLabel = "NUMBER:HASH",
            description = "Số mục và mã băm trong thư đã nhận sau một thời hạn.")
    private @Nullable String checkpoint;

    @Option(names = "--receipt", paramLabel = "FILE", description = "Tệp biên nhận (văn bản hoặc PDF) cần đối chiếu.")
    private @Nullable Path receipt;

    AuditCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public List<String> wrongWithCall() {
        List<String> wrong = new ArrayList<>();
        CallErrors.unreadable(receipt).ifPresent(wrong::add);
        if (receipt != null && (year != null || checkpoint != null)) {
            wrong.add(Calls.SENTENCES.get("receiptAlone"));
        }
        if (checkpoint != null && !CHECKPOINT.matcher(checkpoint).matches()) {
            wrong.add(Calls.SENTENCES.get("badCheckpoint", checkpoint));
        }
        return wrong;
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        QuietLibraries.now();
        ReceiptFile file = null;
        if (receipt != null) {
            try {
                file = ReceiptFile.read(receipt);
            } catch (ProofUnreadable e) {
                return refuse("proof." + e.reason(), receipt);
            }
        }
        try (ReadOnlyDatabase database = ReadOnlyDatabase.open(Serve.dataFolder())) {
            ChainAudit audit = new ChainAudit(database.connection());
            if (!audit.possible()) {
                return refuse("auditImpossible");
            }
            return file == null ? chains(audit, new ScoreAudit(database.connection())) : receipt(audit, file);
        }
    }

    private int chains(ChainAudit audit, ScoreAudit scores) throws SQLException, InterruptedException {
        List<String> all = audit.years();
        List<String> years = year == null ? all : List.of(year);
        if (years.isEmpty()) {
            return refuse("auditNothing");
        }
        if (checkpoint != null && years.size() > 1) {
            return refuse("checkpointNeedsYear", String.join(", ", years));
        }
        int code = ExitCode.OK;
        for (String one : years) {
            if (!audit.hasEntries(one)) {
                refuse("auditNoYear", one, String.join(", ", all));
                code = code == ExitCode.OK ? ExitCode.NOT_JUDGED : code;
            } else if (!intact(audit, one) | !unchanged(scores, one)) {
                code = ExitCode.NOT_VALID;
            }
        }
        if (code == ExitCode.OK && checkpoint == null) {
            streams.out().println(Calls.SENTENCES.get("auditHint"));
        }
        return code;
    }

    private boolean intact(ChainAudit audit, String yearId) throws SQLException, InterruptedException {
        ChainAudit.Result result = audit.audit(yearId);
        result.fault()
                .ifPresentOrElse(
                        fault -> say("auditBroken", yearId, place(fault), words(fault)),
                        () -> say("auditIntact", yearId, result.number(), result.hash()));
        if (checkpoint == null) {
            return result.fault().isEmpty();
        }
        String[] kept = checkpoint.split(":", 2);
        Optional<Fault> against = audit.against(yearId, Long.parseLong(kept[0]), kept[1]);
        against.ifPresentOrElse(
                fault -> say("auditBroken", yearId, place(fault), words(fault)),
                () -> say("auditCheckpointFits", checkpoint));
        return result.fault().isEmpty() && against.isEmpty();
    }

    /** Names every result that is right and everything about scores that is not. */
    private boolean unchanged(ScoreAudit scores, String yearId) throws SQLException {
        if (!scores.possible()) {
            return true;
        }
        ScoreAudit.Report report = scores.audit(yearId);
        for (Result result : report.right()) {
            say("scoresRight." + result.kind(), yearId, result.number(), result.hash());
        }
        for (ScoreFault fault : report.faults()) {
            say(
                    "scoresChanged",
                    yearId,
                    Calls.SENTENCES.get(
                            "scores." + fault.kind(), fault.details().toArray()));
        }
        return report.faults().isEmpty();
    }

    private int receipt(ChainAudit audit, ReceiptFile file) throws SQLException {
        ReceiptProof proof = file.proof();
        if (!audit.hasEntries(proof.year())) {
            return refuse("auditNoYear", proof.year(), String.join(", ", audit.years()));
        }
        ReceiptAudit.Result result = ReceiptAudit.of(audit, proof);
        result.fault().ifPresent(f -> say("receiptBroken", proof.receipt(), proof.year(), place(f), words(f)));
        if (!result.differing().isEmpty()) {
            say("receiptDiffers", proof.receipt(), String.join(", ", result.differing()));
        }
        return result.proven() ? readable(file) : ExitCode.NOT_VALID;
    }

    /** @param file whose proof is what the journal says */
    private int readable(ReceiptFile file) {
        ReceiptProof proof = file.proof();
        Optional<ReceiptReading.Result> reading = file.text().map(text -> ReceiptReading.of(text, proof));
        List<String> differing = reading.map(ReceiptReading.Result::differing).orElse(List.of());
        if (!differing.isEmpty()) {
            say("receiptReadsDifferently", proof.receipt(), String.join(", ", differing));
        } else {
            say("receiptProven", proof.receipt(), proof.year(), proof.number());
        }
        ReceiptFacts.of(proof).forEach(streams.out()::println);
        if (reading.isEmpty()) {
            say("receiptCompare");
        }
        reading.filter(r -> differing.isEmpty() && !r.unproven().isEmpty())
                .ifPresent(r -> say("receiptUnproven", String.join(", ", r.unproven())));
        return differing.isEmpty() ? ExitCode.OK : ExitCode.NOT_VALID;
    }

    private static String place(Fault fault) {
        if (fault.number() == 0) {
            return Calls.SENTENCES.get("placeId", fault.journalId());
        }
        return Calls.SENTENCES.get(
                fault.journalId() == 0 ? "placeNumber" : "placeBoth", fault.number(), fault.journalId());
    }

    private static String words(Fault fault) {
        return Calls.SENTENCES.get("fault." + fault.kind());
    }

    private void say(String key, Object... args) {
        streams.out().println(Calls.SENTENCES.get(key, args));
    }

    private int refuse(String key, Object... args) {
        streams.err().println(Calls.SENTENCES.get(key, args));
        return ExitCode.NOT_JUDGED;
    }
}
