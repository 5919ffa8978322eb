package vn.thidua.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.thidua.calendar.Vietnam;

/**
 * Out as files {@code yyyyMMdd-HHmmss-<seq>-<template>-<recipient>.eml} that sort by the time they went and the order in
 * which they were caused. A file is there whole or not at all.
 */
class DirectoryTransport implements MailTransport {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path directory;

    DirectoryTransport(Path directory) {
        this.directory = directory;
    }

    @Override
    public void send(QueuedMail mail, MimeMessage message) throws MessagingException, TransportException {
        Path file = directory.resolve(name(mail, message.getSentDate().toInstant()));
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
            message.writeTo(bytes);
            Files.createDirectories(directory);
            Files.write(part, bytes.toByteArray());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new TransportException(TransportException.Kind.UNREACHABLE, "Cannot write " + file + ": " + e, e);
        }
    }

    @Override
    public int together() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String encoding() {
        return "8bit";
    }

    private static String name(QueuedMail mail, Instant sent) {
        return STAMP.format(sent.atZone(Vietnam.ZONE)) + "-%06d-".formatted(mail.id())
                + slug(mail.template() + "-" + mail.to()) + ".eml";
    }

    /** Letters without marks, digits and hyphens; Đ has no mark to lose. */
    static String slug(String text) {
        String ascii = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return ascii.length() > 80 ? ascii.substring(0, 80) : ascii;
    }
}
