package vn.thidua.evidence.check;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import vn.thidua.evidence.sample.SamplePki;
import vn.thidua.evidence.sample.SamplePki.Holder;
import vn.thidua.evidence.sample.SamplePki.Use;

/** Everybody of the test cases, made once for all of them: keys take time. */
public final class TrustWorld {
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LONG = Instant.parse("2040-01-01T00:00:00Z");

    public static final String OFFICE = "Sở Nội vụ tỉnh Ví Dụ";

    public static final Holder ROOT = SamplePki.root("CN=CA gốc thử nghiệm,O=CA thử nghiệm,C=VN");
    public static final Holder ISSUING =
            ROOT.issue("CN=CA cấp chứng thư thử nghiệm,O=CA thử nghiệm,C=VN", Use.AUTHORITY, FROM, LONG);
    public static final Holder PERSON =
            ISSUING.issue("CN=Nguyễn Thử Nghiệm,OU=" + OFFICE + ",O=UBND tỉnh Ví Dụ,C=VN", Use.SIGNING, FROM, TO);
    public static final Holder ORGANISATION =
            ISSUING.issue("CN=" + OFFICE + ",O=UBND tỉnh Ví Dụ,C=VN", Use.SIGNING, FROM, TO);
    /** Valid until the end of 10/11/2024 (UTC). */
    public static final Holder EXPIRING = ISSUING.issue(
            "CN=Trần Hết Hạn,OU=" + OFFICE + ",C=VN", Use.SIGNING, FROM, Instant.parse("2024-11-10T23:59:59Z"));
    /** Revoked at 12/11/2024 00:00 (UTC). */
    public static final Holder REVOKED = ISSUING.issue("CN=Lê Thu Hồi,OU=" + OFFICE + ",C=VN", Use.SIGNING, FROM, TO);

    public static final Holder WEB_SERVER =
            ISSUING.issue("CN=www.example,O=" + OFFICE + ",C=VN", Use.WEB_SERVER, FROM, TO);
    public static final Holder TSA = ROOT.issue("CN=Dấu thời gian thử nghiệm,C=VN", Use.TIME_STAMPS, FROM, LONG);

    public static final Holder OTHER_ROOT = SamplePki.root("CN=CA lạ,C=VN");
    public static final Holder STRANGER =
            OTHER_ROOT.issue("CN=Phạm Người Lạ,OU=" + OFFICE + ",C=VN", Use.SIGNING, FROM, TO);
    public static final Holder OTHER_TSA = OTHER_ROOT.issue("CN=Dấu thời gian lạ,C=VN", Use.TIME_STAMPS, FROM, LONG);
    /** Given out by a person, who has no business to. */
    public static final Holder FORGED = PERSON.issue("CN=Vũ Giả Mạo,OU=" + OFFICE + ",C=VN", Use.SIGNING, FROM, TO);

    public static final Map<BigInteger, Instant> REVOCATIONS =
            Map.of(REVOKED.certificate().getSerialNumber(), Instant.parse("2024-11-12T00:00:00Z"));

    private TrustWorld() {}

    /** Writes what the operator trusts: the root alone, and the issuing authority's list. */
    public static Path anchors(Path directory) {
        try {
            Files.write(directory.resolve("root.cer"), ROOT.certificate().getEncoded());
            Files.write(
                    directory.resolve("issuing.crl"),
                    ISSUING.list(java.time.Instant.parse("2024-11-20T00:00:00Z"), REVOCATIONS)
                            .getEncoded());
            return directory;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
