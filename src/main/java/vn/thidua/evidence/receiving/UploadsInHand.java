package vn.thidua.evidence.receiving;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One writer for one upload on this node: who comes second is turned away, and never because of another upload. */
final class UploadsInHand {
    private final Set<UUID> uploads = ConcurrentHashMap.newKeySet();

    /** @return what gives the upload back; empty while somebody else writes to it */
    Optional<Held> take(UUID id) {
        return uploads.add(id) ? Optional.of(() -> uploads.remove(id)) : Optional.empty();
    }

    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
