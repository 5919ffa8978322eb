package vn.thidua.journal.seal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recomputes a chain from its beginning, one entry at a time. */
final class Walk {
    private long number;
    private byte[] hash;

    Walk(String yearId) {
        hash = Chain.genesis(yearId);
    }

    /** Number of the last entry that fitted. */
    long number() {
        return number;
    }

    byte[] hash() {
        return hash;
    }

    /** One seal, with its row if that is still there. */
    private record Step(
            long number,
            long journalId,
            byte[] hash,
            @Nullable ChainRow row) {

        static Step of(ResultSet rows) throws SQLException {
            rows.getLong("id");
            boolean gone = rows.wasNull();
            return new Step(
                    rows.getLong("number"),
                    rows.getLong("journal_id"),
                    rows.getBytes("hash"),
                    gone ? null : ChainRow.of(rows));
        }

        boolean follows(byte[] previous) {
            return row != null && MessageDigest.isEqual(Chain.next(previous, number, row), hash);
        }

        Fault fault(Fault.Kind kind) {
            return new Fault(kind, number, journalId);
        }
    }

    /**
     * Through seals in order of their numbers, each with the columns of {@link ChainRow}.
     *
     * @return the first fault; the walk ends there
     */
    Optional<Fault> through(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Step step = Step.of(rows);
            if (step.number() != number + 1) {
                return Optional.of(new Fault(Fault.Kind.MISSING_SEAL, number + 1, 0));
            }
            if (step.row() == null) {
                return Optional.of(step.fault(Fault.Kind.MISSING_ROW));
            }
            if (!step.follows(hash)) {
                return Optional.of(
                        step.fault(sealIsGenuine(step, rows) ? Fault.Kind.CHANGED_ROW : Fault.Kind.WRONG_LINK));
            }
            number = step.number();
            hash = step.hash();
        }
        return Optional.empty();
    }

    /** Whether what follows was built upon this seal: then it is not the seal that was changed. At the end nothing tells. */
    private static boolean sealIsGenuine(Step step, ResultSet rows) throws SQLException {
        return !rows.next() || Step.of(rows).follows(step.hash());
    }
}
