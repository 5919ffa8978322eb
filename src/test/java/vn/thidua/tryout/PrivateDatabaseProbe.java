package vn.thidua.tryout;

import java.util.concurrent.CountDownLatch;

/** A private database in a JVM of its own, for a test that kills it. */
final class PrivateDatabaseProbe {

    private PrivateDatabaseProbe() {}

    public static void main(String[] args) throws Exception {
        try (PrivateDatabase database = PrivateDatabase.start()) {
            System.out.println("READY " + database.folder());
            new CountDownLatch(1).await();
        }
    }
}
