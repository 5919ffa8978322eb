package vn.thidua.evidence.check;

/** Long work looks here now and then whether it has been told to stop. */
final class Interrupts {
    private Interrupts() {}

    /** @throws Stopped if this thread was interrupted */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }

    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
