package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryoutPasswordsTest {

    @TempDir
    Path folder;

    @Test
    void whoHasAPasswordKeepsItAndWhoIsNewGetsOne() throws Exception {
        Account first = new Account("agg.chuyenvien", "Chuyên viên", true);
        Account second = new Account("vlg.chuyenvien", "Chuyên viên", true);
        TryoutPasswords before = TryoutPasswords.keep(folder, List.of(first));

        TryoutPasswords after = TryoutPasswords.keep(folder, List.of(first, second));

        assertThat(after.of("agg.chuyenvien")).isPresent().isEqualTo(before.of("agg.chuyenvien"));
        assertThat(after.of("admin")).isPresent().isEqualTo(before.of("admin"));
        assertThat(before.of("vlg.chuyenvien")).isEmpty();
        assertThat(TryoutPasswords.read(folder).of("vlg.chuyenvien")).isEqualTo(after.of("vlg.chuyenvien"));
    }

    @Test
    void everyPersonOfTheSampleGetsAPasswordOfTheirOwn() throws Exception {
        List<Account> people = SamplePeople.accounts();
        TryoutPasswords passwords = TryoutPasswords.keep(folder, people);

        assertThat(people.stream().map(a -> passwords.of(a.id()).orElseThrow()).collect(Collectors.toSet()))
                .hasSameSizeAs(people);
        assertThat(people.stream().filter(Account::worthTrying)).hasSize(4);
    }

    @Test
    void aPasswordIsLongVariedAndFreeOfLookAlikes() {
        assertThat(Stream.generate(RandomPassword::next).limit(500))
                .allMatch(p -> p.matches("[A-Za-z0-9]{4}(-[A-Za-z0-9]{4}){3}"))
                .allMatch(p -> p.matches(".*[A-Z].*") && p.matches(".*[a-z].*") && p.matches(".*[0-9].*"))
                .noneMatch(p -> p.matches(".*[0O1lI].*"))
                .doesNotHaveDuplicates();
    }
}
