package vn.thidua.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generated passwords of the try-out's people, in {@code data/mat-khau.txt}, readable by its owner only. Somebody who
 * has one keeps it over restarts; somebody new gets one; a file that was lost is made anew for new people only, so it must
 * be kept together with the database.
 */
public final class TryoutPasswords {

    public static final String FILE = "mat-khau.txt";
    /** The try-out's administrator. */
    static final Account ADMINISTRATOR = new Account("admin", "Quản trị hệ thống", true);

    private static final String HEAD = """
            # Mật khẩu của những người trong bản dùng thử Thi đua. Chỉ chủ của tệp này đọc được.
            # Ai đã tự đổi mật khẩu thì dùng mật khẩu mới; tệp này không ghi lại điều đó.
            #
            # %s mật khẩu             chức trách
            """;

    private final Path file;
    private final Map<String, String> passwords;

    private TryoutPasswords(Path file, Map<String, String> passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    /** Reads the file of this data folder as it is; empty if there is none. */
    public static TryoutPasswords read(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] words = line.strip().split("\\s+", 3);
            if (!line.startsWith("#") && words.length >= 2) {
                passwords.put(words[0], words[1]);
            }
        }
        return new TryoutPasswords(file, passwords);
    }

    /** Gives everybody without a password one and writes the file, administrator first. */
    public static TryoutPasswords keep(Path dataFolder, List<Account> people) throws IOException {
        TryoutPasswords known = read(dataFolder);
        List<Account> all = new ArrayList<>();
        all.add(ADMINISTRATOR);
        all.addAll(people);
        int width = all.stream().mapToInt(a -> a.id().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(HEAD.formatted(pad("người dùng", width - 2)));
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Account account : all) {
            String password = known.of(account.id()).orElseGet(RandomPassword::next);
            passwords.put(account.id(), password);
            text.append(pad(account.id(), width)).append("  ").append(password).append("  ");
            text.append(account.function()).append('\n');
        }
        if (!passwords.equals(known.passwords)) {
            OwnerOnly.write(known.file, text.toString());
        }
        return new TryoutPasswords(known.file, passwords);
    }

    public Optional<String> of(String userId) {
        return Optional.ofNullable(passwords.get(userId));
    }

    public Path file() {
        return file;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
