package vn.thidua.evidence.check;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import vn.thidua.evidence.Names;
import vn.thidua.evidence.SignatureFacts.SignerKind;

/**
 * Whom a certificate names. Whether that is a person or an organisation stands nowhere for certain; it is told by given names,
 * identity and tax numbers, a common name that is the organisation's, or one that begins as organisations do.
 *
 * @param organisations unit before organisation; for an organisation its own name first
 */
record Subject(String name, List<String> organisations, SignerKind kind) {
    private static final List<String> ORGANISATIONS = List.of(
            "so ",
            "uy ban ",
            "ubnd",
            "bo ",
            "cuc ",
            "chi cuc ",
            "vu ",
            "ban ",
            "van phong ",
            "trung tam ",
            "hoi dong ",
            "phong ",
            "cong ty ",
            "truong ",
            "hoi ",
            "tinh uy",
            "thanh uy",
            "dang uy",
            "so noi vu");

    static Subject of(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        List<String> names = values(subject, BCStyle.CN);
        String name = names.isEmpty() ? subject.toString() : names.get(0);
        List<String> bodies = new ArrayList<>(values(subject, BCStyle.OU));
        bodies.addAll(values(subject, BCStyle.O));
        SignerKind kind = kind(subject, name, bodies);
        if (kind == SignerKind.ORGANISATION && !bodies.contains(name)) {
            bodies.add(0, name);
        }
        return new Subject(name, List.copyOf(bodies), kind);
    }

    private static SignerKind kind(X500Name subject, String name, List<String> bodies) {
        if (!values(subject, BCStyle.GIVENNAME).isEmpty()
                || !values(subject, BCStyle.SURNAME).isEmpty()
                || numbers(subject).anyMatch(n -> n.matches("(?:cmnd|cccd|hc|pno|idc|pas).*"))) {
            return SignerKind.PERSON;
        }
        boolean organisation = !values(subject, BCStyle.ORGANIZATION_IDENTIFIER).isEmpty()
                || numbers(subject).anyMatch(n -> n.matches("(?:mst|mns|vat).*"))
                || bodies.stream().anyMatch(b -> Names.same(b, name))
                || beginsAsOrganisation(name);
        return organisation ? SignerKind.ORGANISATION : SignerKind.PERSON;
    }

    /** "Sở Nội vụ", "UBND tỉnh": accents and case aside. */
    static boolean beginsAsOrganisation(String name) {
        String bare = Names.bare(name) + " ";
        return ORGANISATIONS.stream().anyMatch(bare::startsWith);
    }

    private static Stream<String> numbers(X500Name subject) {
        return Stream.concat(values(subject, BCStyle.UID).stream(), values(subject, BCStyle.SERIALNUMBER).stream())
                .map(n -> n.toLowerCase(Locale.ROOT));
    }

    private static List<String> values(X500Name subject, ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : subject.getRDNs(type)) {
            values.add(IETFUtils.valueToString(rdn.getFirst().getValue()).replace("\\", ""));
        }
        return values;
    }
}
