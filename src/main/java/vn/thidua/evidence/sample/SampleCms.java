package vn.thidua.evidence.sample;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.thidua.evidence.sample.SamplePki.Holder;

/** Signed messages as PAdES and RFC 3161 want them: the signer's certificate is named within, the time is not. */
final class SampleCms {
    private final Holder signer;

    SampleCms(Holder signer) {
        this.signer = signer;
    }

    /** For one message, with the signer's chain. */
    CMSSignedDataGenerator generator() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(signer.certificate().getEncoded());
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
            DefaultSignedAttributeTableGenerator table =
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(
                            given -> table.getAttributes(given).remove(CMSAttributes.signingTime))
                    .build("SHA256withECDSA", signer.keys().getPrivate(), signer.certificate()));
            List<Object> chain = new ArrayList<>();
            for (Holder h = signer; h != null; h = h.issuer()) {
                chain.add(h.certificate());
            }
            generator.addCertificates(new JcaCertStore(chain));
            return generator;
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
