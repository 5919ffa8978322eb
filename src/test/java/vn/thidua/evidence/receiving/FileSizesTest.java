package vn.thidua.evidence.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizesTest {
    private static final long LIMIT = 50L << 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 byte | 0 byte",
                "553 | 553 byte | 553 byte",
                "1023 | 1.023 byte | 1.023 byte",
                "1024 | 1 KB | 1 KB (1.024 byte)",
                "1572864 | 1,5 MB | 1,5 MB (1.572.864 byte)",
                "52428801 | 50 MB | 50 MB (52.428.801 byte)",
            })
    void saysTheNumberOnce(long bytes, String words, String exact) {
        assertThat(FileSizes.words(bytes)).isEqualTo(words);
        assertThat(FileSizes.exact(bytes)).isEqualTo(exact);
    }

    @Test
    void aSizeBesideALimitDiffersFromIt() {
        assertThat(FileSizes.beside(LIMIT, LIMIT + 1)).isEqualTo("52.428.801 byte");
        assertThat(FileSizes.beside(LIMIT, 60L << 20)).isEqualTo("60 MB");
    }
}
