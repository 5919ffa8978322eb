package vn.thidua.scoring.brief;

/** A colleague has written the same thing meanwhile; nothing was written. */
public final class Overtaken extends RuntimeException {
    Overtaken() {
        super(
                "Nội dung này vừa được người khác trong đơn vị sửa. Tải lại trang để xem rồi quyết định giữ nội dung nào.");
    }
}
