package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One file sent to clamd by INSTREAM. Every step, writing too, has to be done before the time given for all is over. */
final class ClamdSession implements AutoCloseable {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 512;

    private final AsynchronousSocketChannel channel;
    private final long end;

    private ClamdSession(AsynchronousSocketChannel channel, Duration time) {
        this.channel = channel;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Clamd, or the way to it, has failed; not the reading of the file. */
    static final class Unanswered extends Exception {
        Unanswered(String why) {
            super(why);
        }
    }

    static ClamdSession open(InetSocketAddress address, Duration time) throws Unanswered {
        if (address.isUnresolved()) {
            throw new Unanswered("nobody knows its name");
        }
        try {
            ClamdSession session = new ClamdSession(AsynchronousSocketChannel.open(), time);
            try {
                session.done(session.channel.connect(address));
                return session;
            } catch (Unanswered e) {
                session.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Unanswered(e.toString());
        }
    }

    /**
     * What clamd says of the content, without the ending zero.
     *
     * @throws IOException if the content cannot be read
     */
    String ask(InputStream content) throws IOException, Unanswered {
        Unanswered broken = send(content);
        String said;
        try {
            // Also where sending broke: it says that a file is too large, and hangs up.
            said = answer();
        } catch (Unanswered e) {
            throw broken == null ? e : broken;
        }
        if (said.isEmpty()) {
            throw broken == null ? new Unanswered("it hung up without a word") : broken;
        }
        return said;
    }

    private @Nullable Unanswered send(InputStream content) throws IOException {
        byte[] buffer = new byte[CHUNK];
        try {
            write(ByteBuffer.wrap(COMMAND));
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                write(ByteBuffer.allocate(Integer.BYTES).putInt(read).flip());
                write(ByteBuffer.wrap(buffer, 0, read));
            }
            write(ByteBuffer.allocate(Integer.BYTES));
            return null;
        } catch (Unanswered e) {
            return e;
        }
    }

    private void write(ByteBuffer bytes) throws Unanswered {
        while (bytes.hasRemaining()) {
            done(channel.write(bytes));
        }
    }

    private String answer() throws Unanswered {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_ANSWER);
        while (bytes.hasRemaining() && done(channel.read(bytes)) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
                return text(bytes.position(bytes.position() - 1));
            }
        }
        // Without its ending an answer may be the half of one.
        throw new Unanswered("it hung up in the middle of an answer: «" + text(bytes) + "»");
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8
                .decode(bytes.duplicate().flip())
                .toString()
                .replaceAll("\\p{Cntrl}", "?");
    }

    private <T> T done(Future<T> step) throws Unanswered {
        try {
            return step.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Unanswered("its time is over");
        } catch (ExecutionException e) {
            throw new Unanswered(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing more was wanted of it.
        }
    }
}
