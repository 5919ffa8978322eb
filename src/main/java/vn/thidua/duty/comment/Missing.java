package vn.thidua.duty.comment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;

/** What a draft lacks before it may be issued: a round that was held, is over, and whose comments are all answered (S1-14). */
final class Missing {
    private Missing() {}

    static List<String> of(
            CommentReading reading,
            Plan plan,
            CommentSubject subject,
            @Nullable Instant since,
            boolean needed,
            Instant now) {
        List<String> missing = new ArrayList<>();
        List<CommentRound> rounds = reading.rounds(plan.yearId(), subject.code()).stream()
                .filter(round -> since == null || round.openedAt().isAfter(since))
                .toList();
        rounds.stream()
                .filter(round -> round.isOpen(now))
                .forEach(round -> missing.add("Đang lấy ý kiến các đơn vị đến trước " + Vietnam.words(round.endsAt())
                        + "; còn chờ " + names(plan, reading.silent(round)) + "."));
        if (needed && rounds.stream().noneMatch(round -> round.isOpen(now) || round.held(now))) {
            missing.add(
                    "Chưa lấy ý kiến các đơn vị về " + subject.title() + ". Mở đợt lấy ý kiến trên trang của dự thảo.");
        }
        List<Long> ids = rounds.stream().map(CommentRound::id).toList();
        reading.unanswered(plan.yearId(), subject.code()).stream()
                .filter(c -> ids.contains(c.roundId()))
                .map(c -> "Chưa trả lời ý kiến của " + DutyTexts.partyName(plan, c.party()) + " về "
                        + placeName(subject, plan.yearId(), rounds, c) + ".")
                .forEach(missing::add);
        return missing;
    }

    private static String placeName(CommentSubject subject, String yearId, List<CommentRound> rounds, Comment c) {
        return rounds.stream()
                .filter(round -> round.id() == c.roundId())
                .findFirst()
                .flatMap(round -> subject.place(yearId, round.version(), c.place()))
                .orElse(c.place());
    }

    private static String names(Plan plan, List<String> units) {
        return String.join(
                ", ",
                units.stream().map(unit -> DutyTexts.partyName(plan, unit)).toList());
    }
}
