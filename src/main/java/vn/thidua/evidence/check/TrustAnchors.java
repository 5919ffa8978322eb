package vn.thidua.evidence.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vn.thidua.evidence.EvidenceWords;

/**
 * Whom the operator trusts: certificates of authorities and of time stamps ({@code .cer .crt .pem .der}) and revocation lists
 * ({@code .crl}) in one directory. No anchor, no trust (papers.md).
 *
 * @param unreadable in Vietnamese: files that were passed over
 */
public record TrustAnchors(Set<X509Certificate> certificates, List<X509CRL> lists, List<String> unreadable) {
    private static final Set<String> ENDINGS = Set.of("cer", "crt", "pem", "der", "crl");
    private static final long MAX_BYTES = 64 << 20;

    /** Nobody is trusted. */
    public static final TrustAnchors NONE =
            new TrustAnchors(Set.of(), List.of(), List.of(EvidenceWords.of("notExamined.noAnchors")));

    /** The same for the same certificates and lists, whatever their files are called. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (X509Certificate certificate : certificates) {
                digest.update(certificate.getEncoded());
            }
            for (X509CRL list : lists) {
                digest.update(list.getEncoded());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | CertificateException | CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IOException if the directory cannot be listed */
    public static TrustAnchors read(Path directory) throws IOException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        List<X509CRL> lists = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files(directory)) {
            try {
                if (Files.size(file) > MAX_BYTES) {
                    throw new IOException("too long");
                }
                read(Files.readAllBytes(file), certificates, lists);
            } catch (IOException | CertificateException | CRLException e) {
                unreadable.add(EvidenceWords.of("anchorUnreadable", file.getFileName()));
            }
        }
        return new TrustAnchors(certificates, lists, unreadable);
    }

    /** Sorted by name, so that the same directory always reads the same. */
    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> ENDINGS.contains(ending(f)))
                    .sorted()
                    .toList();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void read(byte[] content, Set<X509Certificate> certificates, List<X509CRL> lists)
            throws CertificateException, CRLException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        int before = certificates.size();
        try {
            for (Certificate c : factory.generateCertificates(new ByteArrayInputStream(content))) {
                certificates.add((X509Certificate) c);
            }
        } catch (CertificateException e) {
            factory.generateCRLs(new ByteArrayInputStream(content)).forEach(l -> lists.add((X509CRL) l));
            return;
        }
        if (certificates.size() == before && lists.isEmpty() && content.length == 0) {
            throw new CertificateException("empty");
        }
    }
}
