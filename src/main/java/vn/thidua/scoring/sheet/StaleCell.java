package vn.thidua.scoring.sheet;

import java.util.Optional;

/** Somebody else has set the cell meanwhile; nothing was written. */
public final class StaleCell extends RuntimeException {
    private final transient Optional<Entry> now;

    StaleCell(Optional<Entry> now) {
        super("Ô này vừa được người khác sửa. Xem giá trị mới rồi quyết định giữ giá trị nào.");
        this.now = now;
    }

    /** What stands there. */
    public Optional<Entry> now() {
        return now;
    }
}
