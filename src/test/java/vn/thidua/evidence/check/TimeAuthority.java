package vn.thidua.evidence.check;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import vn.thidua.evidence.sample.SamplePki.Holder;
import vn.thidua.evidence.sample.SampleTimeAuthority;

/** A time-stamp authority whose clock stands still, to the microsecond. */
public record TimeAuthority(Holder holder, Instant time) implements TSPSource {
    public static TimeAuthority at(Holder holder, String time) {
        return new TimeAuthority(holder, Instant.parse(time));
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        return new TimestampBinary(
                new SampleTimeAuthority(holder).token(new ASN1ObjectIdentifier(algorithm.getOid()), digest, time));
    }
}
