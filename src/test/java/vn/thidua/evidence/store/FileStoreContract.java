package vn.thidua.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises ({@link FileStore}); each is held to it by a class of its own. */
abstract class FileStoreContract {
    @TempDir
    Path uploads;

    abstract FileStore store();

    /** By the store's clock. */
    abstract Instant now();

    abstract void aMomentPasses() throws InterruptedException;

    /** From now on nothing can be kept. */
    abstract void breakDown() throws IOException;

    abstract void mend() throws IOException;

    record Content(String sha256, byte[] bytes, Path file) {}

    Content content(int size, long seed) throws Exception {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return new Content(sha256, bytes, Files.write(Files.createTempFile(uploads, "upload", ""), bytes));
    }

    byte[] read(String sha256, long from, long length) throws IOException {
        try (InputStream in = store().read(sha256, from, length)) {
            return in.readAllBytes();
        }
    }

    List<String> kept() throws IOException {
        return store().keptBefore(now().plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 3_000_001})
    @DisplayName("What is kept is there, whole and under its hash, and the upload is gone")
    void keeps(int size) throws Exception {
        Content c = content(size, 1);
        assertThat(store().has(c.sha256())).isFalse();
        store().keep(c.sha256(), c.file());
        assertThat(store().has(c.sha256())).isTrue();
        assertThat(read(c.sha256(), 0, size)).isEqualTo(c.bytes());
        assertThat(c.file()).doesNotExist();
        assertThat(kept()).containsExactly(c.sha256());
    }

    @Test
    void readsRanges() throws Exception {
        Content c = content(100_000, 2);
        store().keep(c.sha256(), c.file());
        for (int[] range : new int[][] {{0, 1}, {0, 0}, {1, 99_999}, {99_999, 1}, {65_535, 2}, {50_000, 10_000}}) {
            byte[] wanted = java.util.Arrays.copyOfRange(c.bytes(), range[0], range[0] + range[1]);
            assertThat(read(c.sha256(), range[0], range[1])).isEqualTo(wanted);
        }
    }

    @Test
    @DisplayName("A reader that goes away in the middle holds nothing open")
    void readersMayLeave() throws Exception {
        Content c = content(2_000_000, 3);
        store().keep(c.sha256(), c.file());
        for (int i = 0; i < 100; i++) {
            try (InputStream in = store().read(c.sha256(), 0, c.bytes().length)) {
                assertThat(in.read()).isEqualTo(Byte.toUnsignedInt(c.bytes()[0]));
            }
        }
        assertThat(read(c.sha256(), 0, c.bytes().length)).isEqualTo(c.bytes());
    }

    @Test
    void whatIsNotThereCannotBeRead() throws Exception {
        Content c = content(10, 4);
        assertThatThrownBy(() -> store().read(c.sha256(), 0, 10)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store().keep(c.sha256(), uploads.resolve("nobody")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    @DisplayName("Kept before an instant; kept again it is young again, and there once")
    void young() throws Exception {
        Content old = content(10, 5);
        Content again = content(20, 6);
        store().keep(old.sha256(), old.file());
        store().keep(again.sha256(), again.file());
        aMomentPasses();
        Instant later = now();
        assertThat(store().keptBefore(later)).containsExactlyInAnyOrder(old.sha256(), again.sha256());
        aMomentPasses();
        Content second = content(20, 6);
        store().keep(second.sha256(), second.file());
        assertThat(second.file()).doesNotExist();
        assertThat(store().keptBefore(later)).containsExactly(old.sha256());
        assertThat(kept()).hasSize(2);
        assertThat(read(again.sha256(), 0, 20)).isEqualTo(again.bytes());
    }

    @Test
    @DisplayName("An upload that waited for days is young when it is kept")
    void ageCountsFromKeeping() throws Exception {
        Content c = content(10, 7);
        Files.setLastModifiedTime(c.file(), java.nio.file.attribute.FileTime.from(now().minus(Duration.ofDays(3))));
        store().keep(c.sha256(), c.file());
        assertThat(store().keptBefore(now().minus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void forgets() throws Exception {
        Content c = content(10, 8);
        store().keep(c.sha256(), c.file());
        store().forget(c.sha256());
        store().forget(c.sha256());
        assertThat(store().has(c.sha256())).isFalse();
        assertThat(kept()).isEmpty();
        assertThatThrownBy(() -> store().read(c.sha256(), 0, 10)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @DisplayName("What cannot be kept stays where it is, half of nothing is left, and later it can be")
    void nothingHalf() throws Exception {
        Content c = content(500_000, 9);
        breakDown();
        assertThatThrownBy(() -> store().keep(c.sha256(), c.file())).isInstanceOf(IOException.class);
        assertThat(c.file()).hasBinaryContent(c.bytes());
        mend();
        assertThat(store().has(c.sha256())).isFalse();
        assertThat(kept()).isEmpty();
        store().keep(c.sha256(), c.file());
        assertThat(read(c.sha256(), 0, c.bytes().length)).isEqualTo(c.bytes());
    }

    @Test
    @DisplayName("Where it cannot be told whether something is there, that is not \"no\"")
    void notKnown() throws Exception {
        Content c = content(10, 10);
        breakDown();
        assertThatThrownBy(() -> store().has(c.sha256())).isInstanceOf(IOException.class);
        mend();
        assertThat(store().has(c.sha256())).isFalse();
    }

    @Test
    @DisplayName("The same content kept by many at once is there once, whole")
    void atOnce() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Content c = content(300_000, 11);
            done.add(many.submit(() -> {
                store().keep(c.sha256(), c.file());
                return null;
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        many.shutdown();
        Content c = content(300_000, 11);
        assertThat(kept()).containsExactly(c.sha256());
        assertThat(read(c.sha256(), 0, 300_000)).isEqualTo(c.bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../../../../../../etc/passwd",
                "0000000000000000000000000000000000000000000000000000000000000000\n",
                "/000000000000000000000000000000000000000000000000000000000000000",
                "000000000000000000000000000000000000000000000000000000000000000",
                "00000000000000000000000000000000000000000000000000000000000000000",
                "A000000000000000000000000000000000000000000000000000000000000000",
                "٠000000000000000000000000000000000000000000000000000000000000000",
                "..%2f0000000000000000000000000000000000000000000000000000000000",
            })
    @DisplayName("What is no hash is no name")
    void hostileNames(String name) throws Exception {
        Content c = content(10, 12);
        assertThatThrownBy(() -> store().keep(name, c.file())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().has(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().read(name, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().forget(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(c.file()).exists();
        assertThat(kept()).isEmpty();
    }
}
