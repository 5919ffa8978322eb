package vn.thidua.evidence.check;

import static vn.thidua.evidence.Verdict.*;
import static vn.thidua.evidence.check.TrustWorld.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.Verdict;

/**
 * Every kind of signature that evidence comes with, each with the verdict it must end in: judged by the function, by the command and
 * later by the browser. Unless said otherwise: issued 10/11/2024, cut-off 15/11/2024 00:00, received 24/11/2024 09:00, deadline
 * 25/11/2024 13:00, Vietnamese time; so the cut-off is 14/11/2024 17:00 UTC.
 */
public final class SignatureCases {
    public static final String CUTOFF = "2024-11-15 00:00";
    public static final String DEADLINE = "2024-11-25 13:00";

    private static final String EARLY = "2024-11-11T02:00:00Z";
    private static final byte[] PAPER = Papers.text("Báo cáo kết quả công tác năm 2024", "Phụ lục");

    private SignatureCases() {}

    /** @param says a piece of what the reasons must say */
    public record Case(
            String name,
            byte[] file,
            String issued,
            String received,
            @Nullable String issuer,
            Verdict verdict,
            String says) {
        @Override
        public String toString() {
            return name;
        }

        Case issued(String day) {
            return new Case(name, file, day, received, issuer, verdict, says);
        }

        Case received(String at) {
            return new Case(name, file, issued, at, issuer, verdict, says);
        }

        Case issuer(String by) {
            return new Case(name, file, issued, received, by, verdict, says);
        }
    }

    private static Case of(String name, byte[] file, Verdict verdict, String says) {
        return new Case(name, file, "2024-11-10", "2024-11-24 09:00", null, verdict, says);
    }

    public static List<Case> all() {
        Signing person = Signing.by(PERSON, EARLY);
        Signing organisation = Signing.by(ORGANISATION, EARLY);
        byte[] stamped = stampedAt("2024-11-11T02:00:05Z");
        return List.of(
                of("S0-14 B-B of a person", person.sign(PAPER), VALID_CLAIMED_TIME, "tự ghi"),
                of("S0-14 B-B of an organisation", organisation.sign(PAPER), VALID_CLAIMED_TIME, "tin cậy"),
                of("S0-14 B-T", stamped, VALID_TRUSTED_TIME, "dấu thời gian tin cậy"),
                of("S0-14 B-LT", withValidationData(), VALID_TRUSTED_TIME, "dấu thời gian tin cậy"),
                of(
                        "S0-14 a person's signature, then the organisation's, which is stamped and so vouches for both",
                        organisation
                                .stampedBy(TimeAuthority.at(TSA, "2024-11-11T03:00:00Z"))
                                .sign(person.sign(PAPER)),
                        VALID_TRUSTED_TIME,
                        "dấu thời gian tin cậy"),
                of("S0-14 the issuer signed", stamped, VALID_TRUSTED_TIME, "tin cậy")
                        .issuer("SO NOI VU  tinh vi du"),
                of("S0-14 somebody else's document", stamped, NEEDS_RULING, "Cơ quan ban hành")
                        .issuer("Sở Tài chính tỉnh Ví Dụ"),
                of(
                        "S0-15 stamped a microsecond before the cut-off",
                        stampedAt("2024-11-14T16:59:59.999999Z"),
                        VALID_TRUSTED_TIME,
                        ""),
                of("S0-15 stamped at the cut-off", stampedAt("2024-11-14T17:00:00Z"), NEEDS_RULING, "không trước mốc"),
                of(
                        "S0-15 stamped a microsecond after the cut-off",
                        stampedAt("2024-11-14T17:00:00.000001Z"),
                        NEEDS_RULING,
                        "00:00:00.000001"),
                of(
                                "S0-15 stamped and issued late",
                                stampedAt("2024-11-14T17:00:00.000001Z"),
                                AFTER_CUTOFF,
                                "Ngày ban hành")
                        .issued("2024-11-15"),
                of("S0-15 claimed in time, issued late", person.sign(PAPER), NEEDS_RULING, "Ngày ban hành")
                        .issued("2024-11-15"),
                of(
                        "S0-15 claimed late, issued in time",
                        Signing.by(PERSON, "2024-11-16T02:00:00Z").sign(PAPER),
                        NEEDS_RULING,
                        "tự ghi"),
                of(
                                "S0-15 claimed late, issued late",
                                Signing.by(PERSON, "2024-11-16T02:00:00Z").sign(PAPER),
                                AFTER_CUTOFF,
                                "tự ghi")
                        .issued("2024-11-15"),
                of("S0-13 received in the last microsecond", stamped, VALID_TRUSTED_TIME, "")
                        .received("2024-11-25T12:59:59.999999+07:00"),
                of("S0-16 received at the deadline", stamped, LATE, "không còn trước hạn")
                        .received("2024-11-25T13:00:00+07:00"),
                of(
                        "S0-14 claimed while valid, expired at receipt",
                        Signing.by(EXPIRING, "2024-11-10T02:00:00Z").sign(PAPER),
                        INVALID,
                        "hết hạn"),
                of(
                        "S0-14 stamped while valid, expired at receipt",
                        Signing.by(EXPIRING, "2024-11-10T02:00:00Z")
                                .stampedBy(TimeAuthority.at(TSA, "2024-11-10T02:00:01Z"))
                                .sign(PAPER),
                        VALID_TRUSTED_TIME,
                        ""),
                of(
                        "S0-14 stamped after it expired",
                        Signing.by(EXPIRING, "2024-11-10T02:00:00Z")
                                .stampedBy(TimeAuthority.at(TSA, "2024-11-11T00:00:00Z"))
                                .sign(PAPER),
                        INVALID,
                        "hết hạn"),
                of(
                        "S0-14 not yet valid",
                        Signing.by(PERSON, "2023-12-31T00:00:00Z").sign(PAPER),
                        INVALID,
                        "chưa có hiệu lực"),
                of(
                        "S0-14 revoked after its claimed time, before receipt",
                        Signing.by(REVOKED, EARLY).sign(PAPER),
                        INVALID,
                        "thu hồi"),
                of(
                        "S0-14 stamped before it was revoked",
                        Signing.by(REVOKED, EARLY)
                                .stampedBy(TimeAuthority.at(TSA, "2024-11-11T02:00:05Z"))
                                .sign(PAPER),
                        VALID_TRUSTED_TIME,
                        ""),
                of(
                        "S0-14 stamped when it was revoked",
                        Signing.by(REVOKED, EARLY)
                                .stampedBy(TimeAuthority.at(TSA, "2024-11-12T00:00:00Z"))
                                .sign(PAPER),
                        INVALID,
                        "thu hồi"),
                of("S0-14 unknown CA", Signing.by(STRANGER, EARLY).sign(PAPER), UNKNOWN_CA, "không có đường dẫn"),
                of(
                        "S0-14 given out by a person",
                        Signing.by(FORGED, EARLY).sign(PAPER),
                        UNKNOWN_CA,
                        "không có đường dẫn"),
                of(
                        "S0-14 a web server's certificate",
                        Signing.by(WEB_SERVER, EARLY).sign(PAPER),
                        UNKNOWN_CA,
                        "không được cấp"),
                of(
                        "S0-15 unknown time-stamp authority",
                        person.stampedBy(TimeAuthority.at(OTHER_TSA, "2024-11-11T02:00:05Z"))
                                .sign(PAPER),
                        VALID_CLAIMED_TIME,
                        "tự ghi"),
                of("S0-14 unsigned", PAPER, UNSIGNED, "không có chữ ký"),
                of(
                        "S0-14 a time stamp is no signature",
                        Signing.stamp(PAPER, TimeAuthority.at(TSA, EARLY)),
                        UNSIGNED,
                        ""),
                of(
                        "S0-14 SAO Y in the text",
                        organisation.sign(Papers.text("SAO Y; Sở Nội vụ, ngày 12/11/2024")),
                        COPY_NOT_ORIGINAL,
                        "SAO Y"),
                of(
                        "S0-14 TRÍCH SAO in the text",
                        person.sign(Papers.text("Trang 1", "TRÍCH SAO")),
                        COPY_NOT_ORIGINAL,
                        "trang 2"),
                of(
                        "S0-14 SAO LỤC in the signature's picture",
                        organisation.showing("SAO LỤC").sign(PAPER),
                        COPY_NOT_ORIGINAL,
                        "SAO LỤC"),
                of(
                        "S0-14 a text that speaks of copies",
                        person.sign(Papers.text("Gửi kèm bản sao y Quyết định")),
                        VALID_CLAIMED_TIME,
                        ""),
                of(
                        "S0-14 an organisation's signature over pictures",
                        organisation.sign(Papers.picture()),
                        NEEDS_RULING,
                        "chỉ là ảnh"),
                of("S0-14 a person's signature over pictures", person.sign(Papers.picture()), VALID_CLAIMED_TIME, ""));
    }

    private static byte[] stampedAt(String time) {
        return Signing.by(PERSON, EARLY).stampedBy(TimeAuthority.at(TSA, time)).sign(PAPER);
    }

    private static byte[] withValidationData() {
        return Signing.by(PERSON, EARLY)
                .stampedBy(TimeAuthority.at(TSA, "2024-11-11T02:00:05Z"))
                .withValidationData(
                        ISSUING.list(java.time.Instant.parse("2024-11-12T00:00:00Z"), java.util.Map.of()),
                        ROOT.list(java.time.Instant.parse("2024-11-12T00:00:00Z"), java.util.Map.of()))
                .sign(PAPER);
    }
}
