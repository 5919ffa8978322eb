package vn.thidua.tryout;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The two passwords of the embedded PostgreSQL, generated once, in a file that only its owner can read. */
record DatabaseSecrets(String superuser, String application) {

    static DatabaseSecrets keep(Path folder) throws IOException {
        Path file = folder.resolve("postgres.mat-khau");
        if (!Files.exists(file)) {
            if (Files.exists(folder.resolve("postgres"))) {
                throw StartRefused.because("secretsGone", file);
            }
            OwnerOnly.write(
                    file, "superuser=%s%napplication=%s%n".formatted(RandomPassword.next(), RandomPassword.next()));
        }
        Properties read = new Properties();
        read.load(new StringReader(Files.readString(file)));
        String superuser = read.getProperty("superuser");
        String application = read.getProperty("application");
        if (superuser == null || application == null) {
            throw StartRefused.because("secretsGone", file);
        }
        return new DatabaseSecrets(superuser, application);
    }

    @Override
    public String toString() {
        return "DatabaseSecrets";
    }
}
