package vn.thidua.scoring.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.Receipt;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Note;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetRights;

/** How far one unit's sheet has come. */
final class UnitProgress {
    private static final Progress.Step NOBODY =
            new Progress.Step(Progress.State.NOBODY, "không tự thẩm định đơn vị mình");

    private final Plan plan;
    private final Sheet sheet;
    private final SheetRights rights;
    private final DutyRepository duties;
    private final Instant now;

    UnitProgress(Plan plan, Sheet sheet, SheetRights rights, DutyRepository duties, Instant now) {
        this.plan = plan;
        this.sheet = sheet;
        this.rights = rights;
        this.duties = duties;
        this.now = now;
    }

    Progress.Unit unit(String name, long task) {
        List<Line> contested = sheet.contested();
        int settled = count(
                contested, line -> !sheet.figure(line.code(), Column.AGREED).none());
        int explained = count(contested, line -> explained(sheet, line));
        Waiting waiting = waiting(contested.size() - settled);
        long minutes =
                waiting.since == null ? 0 : Duration.between(waiting.since, now).toMinutes();
        return new Progress.Unit(
                sheet.unit(),
                name,
                step(Column.SELF),
                step(Column.LEADER),
                step(Column.DEPUTY),
                contested.size(),
                settled,
                explained,
                waiting.what,
                waiting.since == null ? "" : words(minutes),
                minutes,
                task);
    }

    static boolean explained(Sheet sheet, Line line) {
        return sheet.notes(line.code()).stream().anyMatch(note -> note.kind() == Note.Kind.EXPLANATION);
    }

    private static int count(List<Line> lines, java.util.function.Predicate<Line> which) {
        return (int) lines.stream().filter(which).count();
    }

    private Progress.Step step(Column column) {
        if (column != Column.SELF && !sheet.appraisers().contains(column)) {
            return NOBODY;
        }
        Optional<Duty> duty = duties.find(SheetAccess.key(plan, sheet.unit(), column));
        if (duty.isEmpty()) {
            return new Progress.Step(Progress.State.OPEN, "chưa mở");
        }
        Optional<Receipt> receipt = duty.filter(Duty::received).flatMap(duties::current);
        if (receipt.isPresent()) {
            return new Progress.Step(
                    Progress.State.DONE, "đã nộp " + Vietnam.words(receipt.get().receivedAt()));
        }
        if (!now.isBefore(duty.get().effectiveDeadline())) {
            return new Progress.Step(
                    Progress.State.LATE, column == Column.SELF ? "không nộp trong hạn" : "quá hạn, chưa nộp");
        }
        int scored = count(
                sheet.lines(),
                line -> line.kind() == Line.Kind.CRITERION
                        && !sheet.figure(line.code(), column).none());
        if (scored == 0 || !rights.visible().contains(column)) {
            return new Progress.Step(Progress.State.OPEN, "chưa nộp");
        }
        int all = count(sheet.lines(), line -> line.kind() == Line.Kind.CRITERION);
        return new Progress.Step(Progress.State.RUNNING, "đang chấm, " + scored + "/" + all + " dòng");
    }

    private record Waiting(String what, @Nullable Instant since) {}

    private Waiting waiting(int open) {
        Optional<Instant> self = received(Column.SELF);
        if (self.isEmpty()) {
            Optional<Duty> duty = duties.find(SheetAccess.key(plan, sheet.unit(), Column.SELF));
            return duty.filter(d -> now.isBefore(d.effectiveDeadline()))
                    .map(d -> new Waiting("chờ đơn vị tự chấm điểm", d.openedAt()))
                    .orElse(new Waiting("đơn vị không tự chấm điểm", null));
        }
        List<Instant> appraised = new ArrayList<>();
        for (Column column : sheet.appraisers()) {
            received(column).ifPresent(appraised::add);
        }
        if (appraised.size() < sheet.appraisers().size()) {
            return new Waiting("chờ thẩm định", self.get());
        }
        Instant last = appraised.stream().max(Instant::compareTo).orElse(self.get());
        return open == 0
                ? new Waiting("không còn dòng chênh lệch", null)
                : new Waiting("chờ thống nhất " + open + " dòng", last);
    }

    private Optional<Instant> received(Column column) {
        return duties.find(SheetAccess.key(plan, sheet.unit(), column))
                .filter(Duty::received)
                .flatMap(duties::current)
                .map(Receipt::receivedAt);
    }

    private static String words(long minutes) {
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        if (days > 0) {
            return hours == 0 ? days + " ngày" : days + " ngày " + hours + " giờ";
        }
        return hours > 0 ? hours + " giờ" : "dưới 1 giờ";
    }
}
