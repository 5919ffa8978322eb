package vn.thidua.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server on loopback and cuts connections, after as many bytes as it is told. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile long requestBytes = Long.MAX_VALUE;
    private volatile long answerBytes = Long.MAX_VALUE;

    CuttingProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next {@code times} connections end after so many bytes of what is asked, or of what is answered. */
    void cut(long ofRequest, long ofAnswer, int times) {
        requestBytes = ofRequest;
        answerBytes = ofAnswer;
        cuts.set(times);
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
                start(() -> copy(near, far, true));
                start(() -> copy(far, near, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** Decided with every byte, so that a connection kept alive from before is cut as well. */
    private void copy(Socket from, Socket to, boolean request) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[512];
            long seen = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                seen += read;
                if (seen > (request ? requestBytes : answerBytes) && cuts.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Either side hung up; closing passes it on.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
