package vn.thidua.duty.form;

/** A submitted value that its field cannot hold; carries the code of the message. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    final String code;
    final transient Object[] args;

    BadValue(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = args;
    }
}
