package vn.thidua.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends FileStoreContract {
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2024-11-25T05:00:00Z"));

    @TempDir
    Path folder;

    private Path root() {
        return folder.resolve("store");
    }

    @Override
    FileStore store() {
        return new DirectoryStore(root(), clock::get);
    }

    @Override
    Instant now() {
        return clock.get();
    }

    @Override
    void aMomentPasses() {
        clock.updateAndGet(t -> t.plusSeconds(1));
    }

    /** A file where the store's folder should be. */
    @Override
    void breakDown() throws IOException {
        Files.writeString(root(), "no folder");
    }

    @Override
    void mend() throws IOException {
        Files.delete(root());
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root().relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void liesWhereTheHashSays() throws Exception {
        Content c = content(10, 1);
        store().keep(c.sha256(), c.file());
        assertThat(everything())
                .containsExactly(c.sha256().substring(0, 2) + "/" + c.sha256().substring(2, 4) + "/" + c.sha256());
    }

    @Test
    @DisplayName("Uploads on another file system are copied beside, then renamed; a failure leaves nothing beside")
    void anotherFileSystem() throws Exception {
        try (FileSystem other = Jimfs.newFileSystem(Configuration.unix())) {
            Content c = content(100_000, 2);
            Path far = Files.write(other.getPath("/upload"), c.bytes());
            Path inTheWay = root().resolve(c.sha256().substring(0, 2))
                    .resolve(c.sha256().substring(2, 4))
                    .resolve(c.sha256())
                    .resolve("in-the-way");
            Files.createDirectories(inTheWay);
            assertThatThrownBy(() -> store().keep(c.sha256(), far)).isInstanceOf(IOException.class);
            assertThat(far).exists();
            assertThat(everything()).isEmpty();

            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            store().keep(c.sha256(), far);
            assertThat(far).doesNotExist();
            assertThat(read(c.sha256(), 0, c.bytes().length)).isEqualTo(c.bytes());
            assertThat(store().keptBefore(now())).isEmpty();
        }
    }

    @Test
    @DisplayName("A copy that a crash left half made is no file of the store, and is tidied away when it is old")
    void halfCopies() throws Exception {
        Content c = content(10, 3);
        store().keep(c.sha256(), c.file());
        Path half = root().resolve(c.sha256().substring(0, 2))
                .resolve(c.sha256().substring(2, 4))
                .resolve("keep123.part");
        Files.writeString(half, "half");
        Files.setLastModifiedTime(half, java.nio.file.attribute.FileTime.from(now()));
        assertThat(kept()).containsExactly(c.sha256());
        store().tidy(now().minus(Duration.ofHours(24)));
        assertThat(half).exists();
        store().tidy(now().plus(Duration.ofHours(24)));
        assertThat(half).doesNotExist();
        assertThat(kept()).containsExactly(c.sha256());
    }

    @Test
    @DisplayName("What stands under a hash with another length is put right by the next who hands it in")
    void mendsTornFiles() throws Exception {
        Content c = content(1000, 4);
        store().keep(c.sha256(), c.file());
        Files.write(root().resolve(everything().get(0)), new byte[500]);
        store().keep(c.sha256(), content(1000, 4).file());
        assertThat(read(c.sha256(), 0, 1000)).isEqualTo(c.bytes());
    }
}
