package vn.thidua.evidence.receiving;

import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One writer for one upload on this node. Few locks serve many uploads; who meets another's waits, or comes again. */
final class UploadLocks {
    private final Lock[] locks = new Lock[1024];

    UploadLocks() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    Lock of(UUID id) {
        return locks[Math.floorMod(id.hashCode(), locks.length)];
    }
}
