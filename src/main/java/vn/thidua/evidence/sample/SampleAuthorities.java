package vn.thidua.evidence.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import vn.thidua.evidence.sample.SamplePki.Holder;
import vn.thidua.evidence.sample.SamplePki.Use;

/**
 * A certification authority and a time-stamp authority for one rehearsal: gives certificates to invented people and organisations and
 * signs for them at any virtual instant. Never trusted unless {@link #writeAnchors} puts its certificate where the operator's anchors
 * are; every name it gives out says that it is a sample ("MẪU"). Keys are never written anywhere. For several threads.
 */
public final class SampleAuthorities {
    private static final String SAMPLE = "MẪU - không có giá trị";

    private final Instant from;
    private final Instant to;
    private final Holder root;
    private final Holder issuing;
    private final SampleTimeAuthority stamps;

    /**
     * @param from since when the certificates are valid, in the rehearsal's time
     * @param to until when
     */
    public SampleAuthorities(Instant from, Instant to) {
        this.from = from;
        this.to = to;
        this.root = SamplePki.root("CN=CA gốc mẫu,O=" + SAMPLE + ",C=VN");
        this.issuing = root.issue("CN=CA cấp chứng thư mẫu,O=" + SAMPLE + ",C=VN", Use.AUTHORITY, from, to);
        this.stamps = new SampleTimeAuthority(
                root.issue("CN=Dấu thời gian mẫu,O=" + SAMPLE + ",C=VN", Use.TIME_STAMPS, from, to));
    }

    /** Somebody who signs for an organisation. */
    public Holder person(String name, String organisation) {
        return issuing.issue(
                subject(name)
                        .addRDN(BCStyle.OU, organisation)
                        .addRDN(BCStyle.O, SAMPLE)
                        .build()
                        .toString(),
                Use.SIGNING,
                from,
                to);
    }

    /** An organisation's own certificate, its seal. */
    public Holder organisation(String name) {
        return issuing.issue(
                subject(name)
                        .addRDN(BCStyle.OU, name)
                        .addRDN(BCStyle.O, SAMPLE)
                        .build()
                        .toString(),
                Use.SIGNING,
                from,
                to);
    }

    private static X500NameBuilder subject(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name);
    }

    /**
     * A PAdES signature of this instant.
     *
     * @param timestamped with a time stamp of the same instant; otherwise the time is only claimed
     * @param pdf a PDF, signed before or not
     */
    public byte[] sign(byte[] pdf, Holder signer, Instant at, boolean timestamped) {
        return new SampleSignature(signer, timestamped ? stamps : null).on(pdf, at);
    }

    /**
     * What an operator of a rehearsal trusts: the root, and lists that name nobody.
     *
     * @param listed the instant of the lists; not before the last signature, else a verdict remarks that they are old
     */
    public void writeAnchors(Path directory, Instant listed) throws IOException {
        try {
            Files.write(directory.resolve("mau-ca-goc.cer"), root.certificate().getEncoded());
            Files.write(
                    directory.resolve("mau-ca-goc.crl"),
                    root.list(listed, Map.of()).getEncoded());
            Files.write(
                    directory.resolve("mau-ca-cap.crl"),
                    issuing.list(listed, Map.of()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
