package vn.thidua.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of files, {@code thidua.evidence.*}.
 *
 * @param demanded whether duties ask for files at all; off, everything is recorded by forms alone, as years before this release were
 * @param directory where the store and unfinished uploads lie; several nodes share one (text: as a {@code Path}, a relative one
 *     would be looked up on the class path first)
 * @param anchors directory of trusted certificates and revocation lists; none: every signer is of an unknown authority
 * @param fileSize largest file that is received
 * @param quota of one unit in one cluster year, all versions counted
 * @param chunk what a browser sends in one request
 * @param uploadLife an upload that nobody went on with for so long is given up
 * @param checksAtOnce files examined at the same time; each may be held in memory whole
 * @param store where the bytes of files lie; unfinished uploads lie in the directory in any case
 * @param s3 the bucket, where the store is one
 * @param clamd host:port of the virus check; none: files are not looked at for viruses
 * @param background whether files are examined, mailed about and swept by schedule; off in rehearsals and tests, which call for it
 */
@ConfigurationProperties("thidua.evidence")
public record EvidenceProperties(
        @DefaultValue("true") boolean demanded,
        @DefaultValue("data/files") String directory,
        @Nullable String anchors,
        @DefaultValue("50MB") DataSize fileSize,
        @DefaultValue("2GB") DataSize quota,
        @DefaultValue("4MB") DataSize chunk,
        @DefaultValue("48h") Duration uploadLife,
        @DefaultValue("2") int checksAtOnce,
        @DefaultValue("DIRECTORY") Store store,
        @DefaultValue S3 s3,
        @Nullable String clamd,
        @DefaultValue("true") boolean background) {

    public enum Store {
        DIRECTORY,
        S3
    }

    /**
     * A bucket of an S3-compatible service; it has to be there already.
     *
     * @param endpoint address of the service; none: that of AWS in the region
     * @param prefix stands before every key, so that others may use the bucket too
     */
    public record S3(
            @Nullable String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", region=" + region + ", bucket=" + bucket + ", prefix=" + prefix + "]";
        }
    }
}
