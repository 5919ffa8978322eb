package vn.thidua.web.scoring;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.thidua.scoring.result.BoardViews;
import vn.thidua.scoring.result.ScorePhases;
import vn.thidua.scoring.sheet.CellViews;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Note;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetRights;
import vn.thidua.scoring.sheet.SheetView;
import vn.thidua.scoring.sheet.SheetViews;
import vn.thidua.year.YearStore;

/**
 * Tells pages what changes on the scores that their people may see. The table is the messenger: each node looks a few times a second
 * for what came after the last it knows, so that it does not matter on which node something was changed.
 */
@Component
@ConditionalOnWebApplication
class ScoreStream implements SmartLifecycle {
    /** No turn that a year ever has: whoever hears it reads everything anew. */
    private static final String ANEW = "";

    private static final Logger LOG = LoggerFactory.getLogger(ScoreStream.class);

    private static final long EVERY_MILLISECONDS = 200;
    /** A page that was told nothing for so many looks is told that the line still stands: 15 seconds. */
    private static final int SILENT_LOOKS = 75;
    /** What the year has come to is asked for once a second. */
    private static final int LOOKS_PER_TURN = 5;
    /** Then the browser connects anew, and its session is asked for again. */
    private static final long LONGEST = TimeUnit.MINUTES.toMillis(30);
    /** Numbers are given before transactions end: so far back somebody may still be about to appear. */
    private static final long STRAGGLERS = 500;

    private final ScoreRepository scores;
    private final SheetAccess access;
    private final SheetViews views;
    private final BoardViews boards;
    private final ScorePhases phases;
    private final YearStore years;
    private final Map<String, Following> followings = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(daemon("score-sender"));
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(daemon("score-looker"));
    private volatile boolean running;

    ScoreStream(
            ScoreRepository scores,
            SheetAccess access,
            SheetViews views,
            BoardViews boards,
            ScorePhases phases,
            YearStore years) {
        this.scores = scores;
        this.access = access;
        this.views = views;
        this.boards = boards;
        this.phases = phases;
        this.years = years;
    }

    /** What a page is told. @param column and cell null of a note, and the other way round */
    record Told(
            long stand,
            String unit,
            String line,
            @Nullable Column column,
            SheetView.@Nullable Cell cell,
            SheetView.@Nullable NoteView note) {}

    record Standings(Object standings) {}

    /** What the year has come to ({@link BoardViews#turn}): what a page shows is of now, or it reads all anew. */
    record Turn(String turn) {}

    /** All who follow one year, and what they know. */
    private static final class Following {
        final Set<Follower> followers = ConcurrentHashMap.newKeySet();
        final Set<Long> told = new LinkedHashSet<>();
        long last = -1;
        String turn = "";
        int looks;
    }

    private final class Follower {
        final String person;
        final SseEmitter emitter = new SseEmitter(LONGEST);
        private final ConcurrentLinkedQueue<SseEmitter.SseEventBuilder> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean sending = new AtomicBoolean();
        int silent;

        Follower(String person) {
            this.person = person;
        }

        void tell(SseEmitter.SseEventBuilder event) {
            silent = 0;
            waiting.add(event);
            senders.execute(this::send);
        }

        private void send() {
            if (!sending.compareAndSet(false, true)) {
                return; // who sends now goes on until nothing waits
            }
            try {
                for (SseEmitter.SseEventBuilder event; (event = waiting.poll()) != null; ) {
                    emitter.send(event);
                }
            } catch (IOException | IllegalStateException e) {
                waiting.clear();
                emitter.complete();
            } finally {
                sending.set(false);
            }
            if (!waiting.isEmpty()) {
                senders.execute(this::send);
            }
        }
    }

    /** @param stand of what the page shows already */
    SseEmitter follow(String person, String yearId, long stand) {
        Follower follower = new Follower(person);
        Following following = followings.computeIfAbsent(yearId, id -> new Following());
        following.followers.add(follower);
        Runnable gone = () -> following.followers.remove(follower);
        follower.emitter.onCompletion(gone);
        follower.emitter.onTimeout(gone);
        follower.emitter.onError(e -> gone.run());
        follower.tell(SseEmitter.event().comment("theo dõi"));
        senders.execute(() -> {
            try {
                List<ScoreRepository.Change> missed = scores.after(yearId, stand);
                if (missed.size() < ScoreRepository.MOST_CHANGES) {
                    tell(yearId, List.of(follower), missed);
                } else {
                    follower.tell(turned(ANEW));
                }
                follower.tell(turned(phases.turn(yearId)));
            } catch (RuntimeException e) {
                // The page asks again by itself, from where it was.
                LOG.warn("Changes of scores of {} since {} could not be told: {}", yearId, stand, e.getMessage());
                follower.emitter.completeWithError(e);
            }
        });
        return follower.emitter;
    }

    private void look() {
        followings.forEach((yearId, following) -> {
            try {
                look(yearId, following);
            } catch (RuntimeException e) {
                // The database is away; the next look finds what came meanwhile.
                LOG.warn("Changes of scores of {} could not be looked up: {}", yearId, e.getMessage());
            }
        });
    }

    /** From here on changes are told; pages that read afterwards have those before. */
    private void begin(String yearId, Following following) {
        following.last = scores.stand(yearId);
        following.told.clear();
        scores.after(yearId, following.last - STRAGGLERS).forEach(change -> following.told.add(change.id()));
    }

    private void look(String yearId, Following following) {
        if (following.followers.isEmpty()) {
            followings.remove(yearId, following);
            return;
        }
        if (following.last < 0) {
            begin(yearId, following);
        }
        List<ScoreRepository.Change> found = scores.after(yearId, following.last - STRAGGLERS);
        if (found.size() >= ScoreRepository.MOST_CHANGES) {
            // A new table carried a whole year's figures over.
            begin(yearId, following);
            following.followers.forEach(follower -> follower.tell(turned(ANEW)));
            return;
        }
        List<ScoreRepository.Change> fresh = found.stream()
                .filter(change -> !following.told.contains(change.id()))
                .toList();
        if (!fresh.isEmpty()) {
            // Marked afterwards: where the database goes away meanwhile, the next look tells them again, and pages know
            // what they have.
            tell(yearId, List.copyOf(following.followers), fresh);
        }
        fresh.forEach(change -> {
            following.told.add(change.id());
            following.last = Math.max(following.last, change.id());
        });
        following.told.removeIf(id -> id < following.last - 2 * STRAGGLERS);
        if (following.looks++ % LOOKS_PER_TURN == 0) {
            lookAtTurn(yearId, following);
        }
        for (Follower follower : following.followers) {
            if (++follower.silent >= SILENT_LOOKS) {
                follower.tell(SseEmitter.event().comment("còn kết nối"));
            }
        }
    }

    /** Meetings begin and end, and results are frozen, without any figure being changed: pages then read all anew. */
    private void lookAtTurn(String yearId, Following following) {
        String turn = phases.turn(yearId);
        if (!following.turn.equals(turn)) {
            following.turn = turn;
            following.followers.forEach(follower -> follower.tell(turned(turn)));
        }
    }

    private static SseEmitter.SseEventBuilder turned(String turn) {
        return SseEmitter.event().name("giai-doan").data(new Turn(turn), MediaType.APPLICATION_JSON);
    }

    private void tell(String yearId, List<Follower> followers, List<ScoreRepository.Change> changes) {
        Map<String, SheetRights> rights = new HashMap<>();
        for (ScoreRepository.Change change : changes) {
            Told told = told(yearId, change);
            for (Follower follower : followers) {
                SheetRights may = rights.computeIfAbsent(
                        follower.person + " " + told.unit(),
                        key -> access.rights(follower.person, yearId, told.unit()));
                boolean shown =
                        told.column() == null ? !may.nothing() : may.visible().contains(told.column());
                if (shown) {
                    follower.tell(SseEmitter.event()
                            .id(Long.toString(told.stand()))
                            .name("thay-doi")
                            .data(told, MediaType.APPLICATION_JSON));
                }
            }
        }
        if (!changes.isEmpty() && phases.open(yearId)) {
            Standings standings = new Standings(boards.standings(yearId));
            followers.forEach(follower ->
                    follower.tell(SseEmitter.event().name("xep-hang").data(standings, MediaType.APPLICATION_JSON)));
        }
    }

    private Told told(String yearId, ScoreRepository.Change change) {
        Entry entry = change.entry();
        Note note = change.note();
        if (entry != null) {
            return new Told(change.id(), entry.unit(), entry.line(), entry.column(), views.cell(yearId, entry), null);
        }
        if (note == null) {
            throw new IllegalArgumentException("a change of nothing");
        }
        return new Told(
                change.id(),
                note.unit(),
                note.line(),
                null,
                null,
                CellViews.note(years.planWithFormerPeople(yearId), note));
    }

    @Override
    public void start() {
        running = true;
        var unused = looker.scheduleWithFixedDelay(
                this::look, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Before the server waits for open requests, which these would be until their time is over. */
    @Override
    public void stop() {
        running = false;
        looker.shutdownNow();
        followings.values().stream()
                .flatMap(following -> following.followers.stream())
                .collect(Collectors.toSet())
                .forEach(follower -> follower.emitter.complete());
        senders.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
