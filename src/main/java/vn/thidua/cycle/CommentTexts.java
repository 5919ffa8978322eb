package vn.thidua.cycle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.comment.Comment;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRound;
import vn.thidua.duty.comment.CommentSubject;
import vn.thidua.duty.comment.RoundKey;
import vn.thidua.mail.MailProperties;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** What the tasks of a comment round say: which draft, until when, where it is read and commented on, what has been said. */
@Component
public class CommentTexts {
    private final CommentReading reading;
    private final List<CommentSubject> subjects;
    private final YearStore years;
    private final String baseUrl;

    CommentTexts(CommentReading reading, List<CommentSubject> subjects, YearStore years, MailProperties properties) {
        this.reading = reading;
        this.subjects = subjects;
        this.years = years;
        this.baseUrl = properties.baseUrl();
    }

    /** @param answering the leader's task, not a member's */
    public String name(RoundKey key, boolean answering) {
        return (answering ? "Trả lời ý kiến về " : "Góp ý ") + subject(key).title();
    }

    public String description(RoundKey key, boolean answering) {
        Plan plan = years.plan(key.yearId());
        return DutyTexts.yearName(plan) + ". Thời hạn: " + boundary(key, answering) + ". Nếu quá hạn: "
                + consequence(answering) + ". Liên hệ: " + DutyTexts.contact(plan, null) + ".";
    }

    /** Before when the leader has to have answered. */
    public Optional<Instant> answersDue(RoundKey key) {
        return subject(key).latestEnd(key.yearId());
    }

    /** For the form: texts by variable. */
    public Map<String, String> shown(RoundKey key, boolean answering) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("dutyTitle", name(key, answering));
        shown.put("boundaryText", boundary(key, answering));
        shown.put("consequence", consequence(answering));
        shown.put("contactText", DutyTexts.contact(years.plan(key.yearId()), null));
        shown.put("background", answering ? toAnswer(key) : toComment(key));
        return shown;
    }

    private String toComment(RoundKey key) {
        CommentSubject subject = subject(key);
        CommentRound round = reading.get(key);
        return "Đề nghị đơn vị đọc và góp ý **" + Markdown.plain(subject.title()) + ", phiên bản " + round.version()
                + "**, do " + Markdown.plain(DutyTexts.personName(years.plan(key.yearId()), round.openedBy()))
                + " lấy ý kiến.\n\n[Mở dự thảo để đọc và góp ý ở từng dòng](" + link(key)
                + ")\n\nMọi ý kiến và phần tiếp thu, giải trình đều được công khai trong cụm.";
    }

    private String toAnswer(RoundKey key) {
        Plan plan = years.plan(key.yearId());
        List<String> lines = reading.comments(reading.get(key)).stream()
                .filter(c -> c.answer() == null)
                .map(c -> line(plan, key, c))
                .toList();
        return "Các ý kiến sau đây chưa được trả lời:\n\n" + String.join("\n", lines)
                + "\n\n[Mở dự thảo để tiếp thu hoặc giải trình từng ý kiến](" + link(key)
                + ")\n\nTrả lời xong ý kiến cuối cùng trên trang đó thì việc này tự kết thúc. Có thể trả lời chung cho mọi ý kiến còn lại ở dưới đây.";
    }

    private String line(Plan plan, RoundKey key, Comment c) {
        String place = subject(key)
                .place(key.yearId(), reading.get(key).version(), c.place())
                .orElse(c.place());
        return "- **" + Markdown.plain(DutyTexts.partyName(plan, c.party())) + ", " + Markdown.plain(place) + ":** "
                + Markdown.plain(c.text());
    }

    private String boundary(RoundKey key, boolean answering) {
        return answering
                ? "trước khi ban hành"
                : DutyTexts.before(reading.get(key).endsAt());
    }

    private static String consequence(boolean answering) {
        return answering
                ? "chưa ban hành được văn bản này khi còn ý kiến chưa trả lời"
                : "đơn vị được coi là không có ý kiến";
    }

    private String link(RoundKey key) {
        return baseUrl + subject(key).path(key.yearId());
    }

    private CommentSubject subject(RoundKey key) {
        return subjects.stream()
                .filter(subject -> subject.code().equals(key.subject()))
                .findFirst()
                .orElseThrow();
    }
}
