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
        @DefaultValue("true") boolean background) {}
