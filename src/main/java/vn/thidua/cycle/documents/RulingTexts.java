package vn.thidua.cycle.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.Markdown;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.evidence.ruling.Ruling.Question;
import vn.thidua.evidence.ruling.RulingRepository;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.mail.MailProperties;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** What a ruling's task says: which file, what was found, what the rule is, until when, where the file can be seen. */
@Component
public class RulingTexts {
    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final DocumentSlots documents;
    private final FileViews views;
    private final RulingRepository rulings;
    private final YearStore years;
    private final Milestones milestones;
    private final DutyTexts texts;
    private final String baseUrl;

    RulingTexts(
            SubmissionRepository files,
            DutyRepository duties,
            DocumentSlots documents,
            FileViews views,
            RulingRepository rulings,
            YearStore years,
            Milestones milestones,
            DutyTexts texts,
            MailProperties properties) {
        this.files = files;
        this.duties = duties;
        this.documents = documents;
        this.views = views;
        this.rulings = rulings;
        this.years = years;
        this.milestones = milestones;
        this.texts = texts;
        this.baseUrl = properties.baseUrl();
    }

    /** Whose file it is. */
    public String unit(RulingKey key) {
        return duty(file(key)).key().party();
    }

    /** Until when a ruling has effect. */
    public Optional<Instant> until(RulingKey key) {
        return Optional.ofNullable(milestones.all(key.yearId()).get(DutyCode.FREEZE))
                .map(MilestoneDates::limit);
    }

    public String name(RulingKey key) {
        Submission file = file(key);
        Plan plan = years.plan(key.yearId());
        return DocumentWords.of(
                key.question() == Question.LATE ? "rule.nameLate" : "rule.nameFile",
                slotTitle(duty(file), file),
                DutyTexts.partyName(plan, unit(key)));
    }

    public String description(RulingKey key) {
        Plan plan = years.plan(key.yearId());
        return DutyTexts.yearName(plan) + ". Thời hạn: " + boundary(key) + ". Nếu quá hạn: "
                + DocumentWords.of("rule.consequence") + ". Liên hệ: " + DutyTexts.contact(plan, null) + ".";
    }

    Map<String, String> shownTexts(RulingKey key) {
        Plan plan = years.plan(key.yearId());
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("dutyTitle", name(key));
        shown.put("boundaryText", boundary(key));
        shown.put("consequence", DocumentWords.of("rule.consequence"));
        shown.put("contactText", DutyTexts.contact(plan, null));
        return shown;
    }

    /** For the form: texts by variable. */
    public Map<String, String> shown(RulingKey key, Ruling.Seat seat) {
        Map<String, String> shown = shownTexts(key);
        shown.put("background", background(key, seat));
        return shown;
    }

    private String background(RulingKey key, Ruling.Seat seat) {
        Submission file = file(key);
        Duty duty = duty(file);
        Plan plan = years.plan(key.yearId());
        FileView view = views.of(plan, file, documents.slot(duty, file.slot()).orElse(null));
        List<String> parts = new ArrayList<>();
        parts.add("**" + texts.title(plan, duty) + "** – "
                + Markdown.plain(DutyTexts.partyName(plan, duty.key().party())));
        parts.add("**Tệp:** [" + Markdown.plain(file.name()) + "](" + baseUrl + view.view() + ")  \n**Biên nhận:** "
                + file.receipt() + ", nhận lúc " + view.receivedAtWords() + ", thời hạn trước "
                + Vietnam.words(file.measuredAgainst()) + "  \n**Kết quả kiểm tra:** " + view.verdictWords());
        list(parts, "Vì sao cần quyết định", view.reasons());
        list(parts, "Những gì kiểm tra được", view.facts());
        list(parts, "Những gì chưa kiểm tra được", view.notExamined());
        citation(parts, view.citation());
        list(parts, "Điểm cần lưu ý về trích yếu", view.citation().doubts());
        parts.add("**Quy định:** "
                + DocumentWords.of(key.question() == Question.LATE ? "rule.ruleLate" : "rule.ruleFile"));
        if (seat == Ruling.Seat.STANDING_AGENCY) {
            list(
                    parts,
                    "Quyết định của hai bên",
                    rulings.of(file.id()).stream()
                            .filter(r -> r.question() == key.question())
                            .map(r -> RulingLines.of(plan, r))
                            .toList());
        }
        return String.join("\n\n", parts);
    }

    private static void citation(List<String> parts, FileView.CitationView cited) {
        List<String> known = Stream.of(
                        cited.number(),
                        cited.issued().isEmpty() ? "" : "ngày " + Vietnam.date(LocalDate.parse(cited.issued())),
                        cited.issuer())
                .filter(text -> !text.isEmpty())
                .map(Markdown::plain)
                .toList();
        if (!known.isEmpty()) {
            parts.add((cited.confirmed()
                            ? "**Trích yếu do đơn vị xác nhận:** "
                            : "**Trích yếu do hệ thống đọc từ văn bản, đơn vị chưa xác nhận:** ")
                    + String.join(", ", known));
        }
    }

    private static void list(List<String> parts, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add("**" + heading + ":**\n\n"
                    + lines.stream()
                            .map(l -> "- " + Markdown.plain(l))
                            .reduce((a, b) -> a + "\n" + b)
                            .orElse(""));
        }
    }

    private String boundary(RulingKey key) {
        MilestoneDates freeze = milestones.all(key.yearId()).get(DutyCode.FREEZE);
        return freeze == null ? "" : freeze.inWords();
    }

    private String slotTitle(Duty duty, Submission file) {
        return documents.slot(duty, file.slot()).map(slot -> slot.title()).orElse(file.slot());
    }

    private Submission file(RulingKey key) {
        return files.get(key.submissionId());
    }

    private Duty duty(Submission file) {
        return duties.find(file.dutyId()).orElseThrow();
    }
}
