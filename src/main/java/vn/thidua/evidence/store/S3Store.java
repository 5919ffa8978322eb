package vn.thidua.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.thidua.evidence.EvidenceProperties;

/**
 * A bucket of an S3-compatible service. An object appears whole or not at all, its bytes compared with their hash by the service;
 * nothing hangs for longer than a few minutes. Its clock is the service's.
 */
public final class S3Store implements FileStore, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration ONE_TRY = Duration.ofMinutes(2);
    private static final Duration ALL_TRIES = Duration.ofMinutes(5);
    private static final int TRIES = 3;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** A server that hangs up while "100 Continue" is waited for is no failure of the connection to the JDK's client. */
    private static final ExecutionInterceptor WITHOUT_EXPECT = new ExecutionInterceptor() {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            return context.httpRequest().copy(request -> request.removeHeader("Expect"));
        }
    };

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @throws IllegalArgumentException naming the setting that is missing */
    public S3Store(EvidenceProperties.S3 settings) {
        this(settings, SILENCE);
    }

    /** @param silence how long the service may say nothing, in one try */
    S3Store(EvidenceProperties.S3 settings, Duration silence) {
        this.bucket = required(settings.bucket(), "bucket");
        this.prefix = settings.prefix().isEmpty() || settings.prefix().endsWith("/")
                ? settings.prefix()
                : settings.prefix() + "/";
        AwsBasicCredentials credentials = AwsBasicCredentials.create(
                required(settings.accessKey(), "access-key"), required(settings.secretKey(), "secret-key"));
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(required(settings.region(), "region")))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .forcePathStyle(true)
                // Checksums of our own choice only: not every compatible service knows the newer ones.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(silence))
                .overrideConfiguration(o -> o.addExecutionInterceptor(WITHOUT_EXPECT)
                        .apiCallAttemptTimeout(ONE_TRY)
                        .apiCallTimeout(ALL_TRIES)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .retryOnExceptionInstanceOf(UncheckedIOException.class)
                                .build()));
        String endpoint = settings.endpoint();
        if (endpoint != null && !endpoint.isBlank()) {
            builder.endpointOverride(URI.create(endpoint));
        }
        this.client = builder.build();
    }

    /** Put again even where it is there: that makes it young, and mends it. */
    @Override
    public void keep(String sha256, Path content) throws IOException {
        String key = key(sha256);
        long length = Files.size(content);
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        try {
            client.putObject(
                    put -> put.bucket(bucket)
                            .key(key)
                            .contentLength(length)
                            .contentType("application/octet-stream")
                            .checksumSHA256(checksum),
                    RequestBody.fromFile(content));
            long there = client.headObject(head -> head.bucket(bucket).key(key)).contentLength();
            if (there != length) {
                throw new IOException("bucket " + bucket + " has " + there + " bytes of " + sha256 + ", not " + length);
            }
        } catch (SdkException | UncheckedIOException e) {
            throw failed("cannot keep " + sha256, e);
        }
        Files.delete(content);
    }

    @Override
    public boolean has(String sha256) throws IOException {
        String key = key(sha256);
        try {
            client.headObject(head -> head.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return requireBucket(sha256);
        } catch (SdkException | UncheckedIOException e) {
            throw failed("cannot say whether it has " + sha256, e);
        }
    }

    /** The answer to a look for an object is the same where the bucket itself is missing. */
    private boolean requireBucket(String sha256) throws IOException {
        try {
            client.headBucket(head -> head.bucket(bucket));
            return false;
        } catch (SdkException | UncheckedIOException e) {
            throw failed("cannot say whether it has " + sha256, e);
        }
    }

    @Override
    public InputStream read(String sha256, long from, long length) throws IOException {
        String key = key(sha256);
        if (length <= 0) {
            return InputStream.nullInputStream();
        }
        try {
            return client.getObject(
                    get -> get.bucket(bucket).key(key).range("bytes=" + from + "-" + (from + length - 1)));
        } catch (NoSuchKeyException e) {
            NoSuchFileException missing = new NoSuchFileException(sha256);
            missing.initCause(e);
            throw missing;
        } catch (S3Exception e) {
            if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                return InputStream.nullInputStream();
            }
            throw failed("cannot read " + sha256, e);
        } catch (SdkException | UncheckedIOException e) {
            throw failed("cannot read " + sha256, e);
        }
    }

    @Override
    public List<String> keptBefore(Instant instant) throws IOException {
        try {
            return client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .filter(object -> object.lastModified().isBefore(instant))
                    .map(S3Object::key)
                    .map(key -> key.substring(prefix.length()))
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .toList();
        } catch (SdkException | UncheckedIOException e) {
            throw failed("cannot list its files", e);
        }
    }

    @Override
    public void forget(String sha256) throws IOException {
        String key = key(sha256);
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key));
        } catch (SdkException | UncheckedIOException e) {
            throw failed("cannot forget " + sha256, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(String sha256) {
        FileStore.requireHash(sha256);
        return prefix + sha256;
    }

    private IOException failed(String what, RuntimeException e) {
        return new IOException("bucket " + bucket + " " + what + ": " + e.getMessage(), e);
    }

    private static String required(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("thidua.evidence.s3." + name + " is not set");
        }
        return value;
    }
}
