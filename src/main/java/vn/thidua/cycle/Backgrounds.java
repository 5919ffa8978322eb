package vn.thidua.cycle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.cycle.documents.DocumentSlots;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** What lies before a task, as Markdown for the top of its form: earlier receipts, why something came back, what was answered. */
@Component
class Backgrounds {
    private final YearStore years;
    private final DutyRepository duties;
    private final DutyRoster roster;
    private final DossierParts dossiers;
    private final DutyTexts texts;

    Backgrounds(YearStore years, DutyRepository duties, DutyRoster roster, DossierParts dossiers, DutyTexts texts) {
        this.years = years;
        this.duties = duties;
        this.roster = roster;
        this.dossiers = dossiers;
        this.texts = texts;
    }

    String of(Duty duty, String stage) {
        Plan plan = years.plan(duty.yearId());
        Stream<String> parts = switch (stage) {
            case "review", "findings" -> Stream.of(submitted(duty), files(duty));
            case "withdraw" -> Stream.of(receipts(plan, duty), submitted(duty), files(duty));
            default -> Stream.of(subject(plan, duty), receipts(plan, duty));
        };
        return parts.filter(p -> !p.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** What the duty needs to know of others' work. */
    private String subject(Plan plan, Duty duty) {
        DutyKey key = duty.key();
        return switch (key.type()) {
            case APPRAISAL ->
                withFiles("Bản tự chấm của đơn vị", DutyKey.of(key.yearId(), DutyType.SELF_SCORE, key.subject()));
            case MEETING_RESULT ->
                Stream.of(plan.leader().code(), plan.deputy().code())
                        .map(appraiser -> answersOf(
                                "Thẩm định của " + DutyTexts.partyName(plan, appraiser),
                                new DutyKey(key.yearId(), DutyType.APPRAISAL, appraiser, Seats.unitOf(key.subject()))))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("\n\n"), appraisals -> board(plan, duty) + appraisals));
            case FREEZE -> board(plan, duty);
            case SUPPLEMENT ->
                "**Các dòng được bổ sung:** " + String.join(", ", roster.markedLines(key.yearId(), key.party()));
            case CONFERENCE_INVITATION -> opinions(plan, key.yearId());
            case MINISTRY -> proposals(plan, key.yearId());
            case CONFIRMATION, PAPER_ENTRY ->
                answersOf(
                        "Hồ sơ của đơn vị",
                        new DutyKey(key.yearId(), DutyType.DOSSIER, Seats.unitOf(key.subject()), key.subject()));
            default -> "";
        };
    }

    /** Where the figures are agreed on, in years that have sheets. */
    private String board(Plan plan, Duty duty) {
        return DocumentForms.withSheet(duty)
                ? "**Bảng điểm cuộc họp:** [mở bảng điểm](" + texts.link(plan) + "/bang-diem)\n\n"
                : "";
    }

    /** The list that goes to the ministry: what is complete, and what lacks only an entry that is the leader's to make. */
    private String proposals(Plan plan, String yearId) {
        List<Nomination> all = dossiers.forMinistry(yearId);
        Map<String, String> names = AnswerLines.names(plan);
        return "**Hồ sơ đủ điều kiện gửi Bộ:** " + all.size() + "\n\n"
                + all.stream()
                        .map(n -> "- " + Markdown.plain(n.nominee()) + " (" + (n.collective() ? "tập thể" : "cá nhân")
                                + ", "
                                + DutyTexts.partyName(plan, n.unit()) + "): " + names.getOrDefault(n.award(), n.award())
                                + (dossiers.complete(n) ? "" : "; **chưa vào sổ bản giấy**"))
                        .collect(Collectors.joining("\n"));
    }

    private String opinions(Plan plan, String yearId) {
        return Stream.of(DutyType.OPINION, DutyType.AGREEMENT)
                .flatMap(type -> duties.ofType(yearId, type).stream())
                .map(d -> d.received()
                        ? answersOf(
                                "Ý kiến của "
                                        + DutyTexts.partyName(plan, d.key().party()),
                                d.key())
                        : "**" + DutyTexts.partyName(plan, d.key().party()) + ":** không có ý kiến")
                .collect(Collectors.joining("\n\n"));
    }

    private String submitted(Duty duty) {
        return answersOf("Nội dung đã nộp", duty.key());
    }

    /** Where the files are that came with it; the page shows each with its receipt and what was found in it. */
    private String files(Duty duty) {
        return DocumentSlots.withDocuments(duty)
                ? "**Tệp đã nộp:** [xem danh sách tệp, biên nhận và kết quả kiểm tra](" + texts.filesLink(duty) + ")"
                : "";
    }

    private String withFiles(String heading, DutyKey key) {
        String files = duties.find(key).map(this::files).orElse("");
        return answersOf(heading, key) + (files.isEmpty() ? "" : "\n\n" + files);
    }

    private String answersOf(String heading, DutyKey key) {
        return duties.find(key)
                .flatMap(duties::current)
                .map(r -> "**" + heading + "** (biên nhận " + r.number() + ", nhận lúc " + Vietnam.words(r.receivedAt())
                        + ")\n\n" + answers(key, r.answers()))
                .orElse("");
    }

    private String answers(DutyKey key, Map<String, Object> answers) {
        return AnswerLines.of(years.plan(key.yearId()), key.type(), answers).stream()
                .map(line -> "- " + Markdown.plain(line.label()) + ": " + Markdown.plain(line.value()))
                .collect(Collectors.joining("\n"));
    }

    private String receipts(Plan plan, Duty duty) {
        List<Receipt> receipts = duties.receipts(duty);
        if (receipts.isEmpty()) {
            return "";
        }
        return "**Biên nhận**\n\n"
                + receipts.stream().map(r -> "- " + line(plan, r)).collect(Collectors.joining("\n"));
    }

    private static String line(Plan plan, Receipt r) {
        String status = r.settled() == null
                ? "đang có hiệu lực"
                : switch (r.settled()) {
                    case "RETURNED" -> "đã bị trả lại: " + Markdown.plain(r.settledReason());
                    case "WITHDRAWN" -> "đã rút lại: " + Markdown.plain(r.settledReason());
                    default -> "đã được tiếp nhận";
                };
        return "Số " + r.number() + ", nhận lúc " + Vietnam.words(r.receivedAt()) + ", người nộp: "
                + DutyTexts.personName(plan, r.by()) + (r.inTime() ? "" : " (sau thời hạn)") + ", " + status;
    }
}
