package vn.thidua.scoring.brief;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the unit means to object to on a line of its sheet.
 *
 * @param by whose account
 * @param note the objection that was made of it in the meeting; null as long as none was
 */
public record Proposal(
        long id,
        String line,
        String text,
        String by,
        Instant at,
        @Nullable Long note) {}
