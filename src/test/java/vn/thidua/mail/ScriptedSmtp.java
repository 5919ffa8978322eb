package vn.thidua.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An SMTP server with moods: answers to RCPT as the address says ({@code reply-450@…}), to the data likewise. */
final class ScriptedSmtp implements AutoCloseable {

    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    MailTransport transport() {
        return new SmtpTransport(sender(server.getLocalPort()));
    }

    static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                talk(socket);
            } catch (IOException e) {
                // The client is gone, or we are.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
        String onData = "250 taken";
        boolean data = false;
        out.print("220 moody\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer;
            if (data) {
                if (!line.equals(".")) {
                    continue;
                }
                data = false;
                taken.addAndGet(onData.startsWith("2") ? 1 : 0);
                answer = onData;
            } else if (line.startsWith("RCPT TO:<reply-")) {
                answer = line.replaceAll("RCPT TO:<reply-(\\d+)@.*", "$1 mood");
            } else if (line.startsWith("RCPT TO:<data-")) {
                onData = line.replaceAll("RCPT TO:<data-(\\d+)@.*", "$1 mood");
                answer = "250 ok";
            } else if (line.startsWith("DATA")) {
                data = true;
                answer = "354 go on";
            } else {
                answer = line.startsWith("QUIT") ? "221 bye" : "250 ok";
            }
            out.print(answer + "\r\n");
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
