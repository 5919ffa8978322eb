package vn.thidua.evidence.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.evidence.sample.SamplePki.Holder;

/** Adds an invisible PAdES signature (level B, or T with a time stamp) to a PDF, as an increment. */
final class SampleSignature {
    private static final COSName SUB_FILTER = COSName.getPDFName("ETSI.CAdES.detached");
    /** Room for a chain of three, twice. */
    private static final int SPACE = 12_288;

    private final Holder signer;
    private final @Nullable SampleTimeAuthority stamps;

    /** @param stamps null: the time is only claimed */
    SampleSignature(Holder signer, @Nullable SampleTimeAuthority stamps) {
        this.signer = signer;
        this.stamps = stamps;
    }

    byte[] on(byte[] pdf, Instant at) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(SUB_FILTER);
            signature.setSignDate(GregorianCalendar.from(at.atZone(Vietnam.ZONE)));
            options.setPreferredSignatureSize(SPACE);
            document.addSignature(signature, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 3 * SPACE);
            ExternalSigningSupport external = document.saveIncrementalForExternalSigning(out);
            external.setSignature(message(external.getContent(), at));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] message(InputStream content, Instant at) throws IOException, CMSException {
        CMSSignedData message =
                new SampleCms(signer).generator().generate(new CMSProcessableByteArray(content.readAllBytes()), false);
        return (stamps == null ? message : stamped(message, stamps, at)).getEncoded();
    }

    private static CMSSignedData stamped(CMSSignedData message, SampleTimeAuthority stamps, Instant at)
            throws IOException {
        SignerInformation signer =
                message.getSignerInfos().getSigners().iterator().next();
        ASN1Primitive token = ASN1Primitive.fromByteArray(stamps.stamp(signer.getSignature(), at));
        AttributeTable unsigned = new AttributeTable(
                new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(token)));
        return CMSSignedData.replaceSigners(
                message,
                new SignerInformationStore(List.of(SignerInformation.replaceUnsignedAttributes(signer, unsigned))));
    }
}
