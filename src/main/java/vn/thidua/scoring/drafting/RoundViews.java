package vn.thidua.scoring.drafting;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.comment.Comment;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRound;
import vn.thidua.plan.Plan;

/** The comment rounds of a year's criteria table, the last one first. */
@Component
class RoundViews {
    private final CommentReading comments;
    private final TimeSource time;

    RoundViews(CommentReading comments, TimeSource time) {
        this.comments = comments;
        this.time = time;
    }

    List<CriteriaView.Round> of(Plan plan) {
        return comments.rounds(plan.yearId(), CriteriaSubject.CODE).stream()
                .sorted(Comparator.comparing(CommentRound::number).reversed())
                .map(round -> new CriteriaView.Round(
                        round.number(),
                        round.version(),
                        Vietnam.words(round.openedAt()),
                        Vietnam.words(round.end()),
                        state(round),
                        comments.silent(round).stream()
                                .map(unit -> DutyTexts.partyName(plan, unit))
                                .toList()))
                .toList();
    }

    private String state(CommentRound round) {
        if (round.isOpen(time.now())) {
            return "Đang lấy ý kiến";
        }
        List<Comment> said = comments.comments(round);
        long open = said.stream().filter(c -> c.answer() == null).count();
        String counted = said.isEmpty()
                ? "không có ý kiến nào"
                : said.size() + " ý kiến" + (open == 0 ? ", đã trả lời hết" : ", " + open + " chưa trả lời");
        CommentRound.Closing closing = round.closing() == null ? CommentRound.Closing.TIME : round.closing();
        return switch (closing) {
                    case ALL_ANSWERED -> "Mọi đơn vị đã trả lời";
                    case TIME -> "Hết thời gian";
                    case WITHDRAWN -> "Đã hủy, lý do: " + round.reason();
                    case YEAR_OVER -> "Năm thi đua kết thúc";
                }
                + "; " + counted;
    }
}
