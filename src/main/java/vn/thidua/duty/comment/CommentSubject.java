package vn.thidua.duty.comment;

import java.time.Instant;
import java.util.Optional;
import vn.thidua.plan.DutyCode;

/** A kind of draft that members comment on. Whoever drafts one offers a bean of this. */
public interface CommentSubject {
    /** Stable, as it stands in tables and keys: {@code CRITERIA}. */
    String code();

    /** What it is drafted for, under which it is journalled. */
    DutyCode duty();

    /** Inside a sentence: "dự thảo bảng tiêu chí chấm điểm". */
    String title();

    /** The page on which the draft is read and commented on. */
    String path(String yearId);

    /**
     * The version that is laid before the members; made where there is none yet.
     *
     * @throws vn.thidua.duty.DutyRefused where the draft is not to be commented on any more
     */
    int layBefore(String yearId, String by);

    /** What a place in a version is called, "dòng 1.1"; empty where the version has no such place. */
    Optional<String> place(String yearId, int version, String place);

    /** Before which a round has to end, as long as that lies ahead. */
    Optional<Instant> latestEnd(String yearId);
}
