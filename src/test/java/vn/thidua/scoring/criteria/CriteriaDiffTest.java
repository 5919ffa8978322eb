package vn.thidua.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Group;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.RankBy;

class CriteriaDiffTest {
    private final Criteria sample = table("");

    /** The sample's table after a change of the plan's text, {@code old~new}. */
    private static Criteria table(String change) {
        try {
            String text = Files.readString(Path.of("plans/tay-nam-bo-2024.yaml"));
            if (!change.isEmpty()) {
                String[] parts = change.split("~", -1);
                assertThat(text).contains(parts[0]);
                text = text.replace(parts[0], parts[1]);
            }
            return PlanReader.read(text).validPlan().criteria();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "reference: Phụ lục kèm theo~reference: Phụ lục II | Toàn bảng: văn bản kèm theo từ «Phụ lục kèm theo Quy chế số 687/QĐ-CTĐ» thành «Phụ lục II Quy chế số 687/QĐ-CTĐ».",
                "không phải sửa lại\", max: 2~không phải sửa lại\", max: 1 | Tiêu chí 1.3: điểm tối đa từ 2 thành 1.",
                "bonus: 0.5, evidence~bonus: 1, evidence | Tiêu chí 7.5: điểm thưởng tối đa từ 0,5 thành 1.",
                "supplier: Thanh tra tỉnh }~supplier: Thanh tra } | Tiêu chí 6.2: nơi cấp số liệu từ «Thanh tra tỉnh» thành «Thanh tra».",
                "known: PLAN_IN_TIME }~known: PLEDGE_IN_TIME } | Tiêu chí 7.2: số liệu hệ thống có từ «Nộp kế hoạch đúng hạn» thành «Nộp giao ước đúng hạn».",
                "points: 1, most: 2, known~points: 1, most: 3, known | Mục trừ P3: mức trừ từ mỗi lần trừ 1, nhiều nhất 2 thành mỗi lần trừ 1, nhiều nhất 3.",
                "code: T3,~code: T4, | Thêm mục thưởng T4 «Được tặng Bằng khen của Thủ tướng, của Bộ, của tỉnh theo chuyên đề», tối đa 2 điểm.",
                "name: Khá, from: 70~name: Khá, from: 65 | Mức «Khá»: từ số điểm từ 70 thành 65.",
                "name: Xây dựng nội bộ và~name: Nội bộ và | Nhóm 8: tên từ «Xây dựng nội bộ và hoạt động của cụm» thành «Nội bộ và hoạt động của cụm»."
            })
    @DisplayName("Given one change, when compared, then it is told in a sentence")
    void one(String change, String sentence) {
        assertThat(CriteriaDiff.between(sample, table(change)).sentences()).contains(sentence);
    }

    @Test
    @DisplayName("Given the same table, when compared, then there is nothing, whatever the zeros behind the comma")
    void nothing() {
        assertThat(CriteriaDiff.between(sample, table("step: 0.5, evidence~step: 0.50, evidence"))
                        .nothing())
                .isTrue();
    }

    @Test
    @DisplayName("Given a line that moves, is new or is gone, when compared, then each is named once")
    void moved() {
        List<Group> groups = new ArrayList<>(sample.groups());
        Group first = groups.get(0);
        Group second = groups.get(1);
        List<vn.thidua.plan.Criterion> less = new ArrayList<>(first.criteria());
        List<vn.thidua.plan.Criterion> more = new ArrayList<>(second.criteria());
        more.add(less.remove(4));
        Collections.swap(less, 0, 1);
        groups.set(0, new Group("1", first.name(), first.max(), less));
        groups.set(1, new Group("2", second.name(), new BigDecimal("11"), more));
        Criteria other = new Criteria(
                sample.reference(), groups, List.of(), sample.penalties(), sample.bands(), RankBy.TOTAL_WITH_BONUS);

        CriteriaDiff diff = CriteriaDiff.between(sample, other);

        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).hasSize(3).allMatch(s -> s.startsWith("Bỏ mục thưởng T"));
        assertThat(diff.changed())
                .containsExactly(
                        "Toàn bảng: xếp hạng theo từ «Tổng điểm không kể điểm thưởng» thành «Tổng điểm kể cả điểm thưởng»;"
                                + " tổng điểm tối đa từ 100 thành 101.",
                        "Nhóm 2: điểm tối đa từ 10 thành 11.",
                        "Tiêu chí 1.5: nhóm từ 1 thành 2.",
                        "Thứ tự các tiêu chí thay đổi, kể từ «1.2».");
    }
}
