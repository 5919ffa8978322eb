package vn.thidua.evidence.receiving;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** As much of a clamd as speaks INSTREAM, well or badly, on loopback. */
final class FakeClamd implements AutoCloseable {

    /** How it behaves before it has read what it is sent, where it does not read it all. */
    enum Manner {
        READS,
        HANGS_UP_AT_ONCE,
        HANGS_UP_IN_THE_MIDDLE,
        NEVER_READS,
        NEVER_ANSWERS,
        ANSWERS_HALF,
        SAYS_TOO_LARGE_IN_THE_MIDDLE
    }

    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<byte[]> seen = new CopyOnWriteArrayList<>();
    volatile Manner manner = Manner.READS;
    volatile Function<byte[], String> verdict = content -> "stream: OK\0";

    FakeClamd() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = door.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "fake-clamd");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try {
            switch (manner) {
                case HANGS_UP_AT_ONCE -> socket.close();
                case NEVER_READS -> Thread.sleep(60_000);
                case HANGS_UP_IN_THE_MIDDLE -> {
                    socket.getInputStream().readNBytes(100_000);
                    socket.close();
                }
                case SAYS_TOO_LARGE_IN_THE_MIDDLE -> {
                    socket.getInputStream().readNBytes(100_000);
                    say(socket, "INSTREAM size limit exceeded. ERROR\0");
                    socket.shutdownOutput();
                    Thread.sleep(200);
                    socket.close();
                }
                case NEVER_ANSWERS -> {
                    content(socket);
                    Thread.sleep(60_000);
                }
                case ANSWERS_HALF -> {
                    content(socket);
                    say(socket, "stream: OK");
                    socket.close();
                }
                case READS -> {
                    byte[] content = content(socket);
                    seen.add(content);
                    say(socket, verdict.apply(content));
                    socket.close();
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the test is over.
        }
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static byte[] content(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            throw new IOException("no such command: " + command);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        return content.toByteArray();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
