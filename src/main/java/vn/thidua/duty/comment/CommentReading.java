package vn.thidua.duty.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** What has been said about a draft. Everybody of the year may read it (S2-13). */
@Component
public class CommentReading {
    private final CommentStore store;
    private final YearStore years;
    private final TimeSource time;

    CommentReading(CommentStore store, YearStore years, TimeSource time) {
        this.store = store;
        this.years = years;
        this.time = time;
    }

    /** All rounds, the first one first. */
    public List<CommentRound> rounds(String yearId, String subject) {
        return store.rounds(yearId, subject);
    }

    /** The round in which comments are taken now. */
    public Optional<CommentRound> open(String yearId, String subject) {
        return store.rounds(yearId, subject).stream()
                .filter(round -> round.isOpen(time.now()))
                .findFirst();
    }

    public CommentRound get(RoundKey key) {
        return store.find(key).orElseThrow(() -> new IllegalArgumentException("no comment round " + key));
    }

    /** All comments, of all rounds, in the order in which they came. */
    public List<Comment> comments(String yearId, String subject) {
        return store.comments(yearId, subject);
    }

    public List<Comment> comments(CommentRound round) {
        return store.comments(round.yearId(), round.subject()).stream()
                .filter(c -> c.roundId() == round.id())
                .toList();
    }

    /** Comments of any round that nobody has answered. */
    public List<Comment> unanswered(String yearId, String subject) {
        return store.comments(yearId, subject).stream()
                .filter(c -> c.answer() == null)
                .toList();
    }

    public List<Comment.Word> words(CommentRound round) {
        return store.words(round.id());
    }

    /** Units that have not said that they are done. */
    public List<String> silent(CommentRound round) {
        Plan plan = years.plan(round.yearId());
        List<String> said =
                store.words(round.id()).stream().map(Comment.Word::party).toList();
        return CommentSeats.asked(plan).stream()
                .filter(unit -> !said.contains(unit))
                .toList();
    }

    /**
     * What keeps a draft from being issued, a Vietnamese sentence each; empty where nothing does.
     *
     * @param since rounds before it were about something that has been issued since; null: there was nothing
     * @param needed a round must have been held since then
     */
    public List<String> missing(String yearId, CommentSubject subject, @Nullable Instant since, boolean needed) {
        return Missing.of(this, years.plan(yearId), subject, since, needed, time.now());
    }
}
