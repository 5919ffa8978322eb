package vn.thidua.duty.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleAnswersTest {
    private static final Map<String, Object> FACTS = Map.of(
            "groupCount",
            8,
            "group1Max",
            new BigDecimal("10"),
            "group3Max",
            new BigDecimal("20"),
            "selfGroup1",
            new BigDecimal("9.75"),
            "pledgeSigning",
            true,
            "ownUnit",
            "AGG",
            "mayVoteOnOwnCase",
            false);

    static Stream<String> ids() {
        return FormFixture.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void areValidForEveryForm(String id) {
        FormSchema schema = FormSchema.load(id);
        for (FormContext context : List.of(FormFixture.context(), FormFixture.context(FACTS))) {
            Map<String, Object> answers = SampleAnswers.fill(schema, context);
            FormCheck check = FormValidator.validate(schema, answers, context);
            assertThat(check.problems()).isEmpty();
            assertThat(check.answers().values().keySet()).isEqualTo(answers.keySet());
            assertThat(SampleAnswers.fill(schema, context)).isEqualTo(answers);
        }
        Map<String, Object> ofTheDay = SampleAnswers.fill(schema, FormFixture.OPTIONS, FormFixture.NOW.toLocalDate());
        assertThat(FormValidator.validate(schema, ofTheDay, FormFixture.context())
                        .problems())
                .isEmpty();
    }

    @Test
    void handInNominateOneCollectiveAndReportPaper() {
        FormAnswers nomination = answers("nomination");
        assertThat(nomination.text("answer")).isEqualTo("deliver");
        assertThat(nomination.text("nominee1Kind")).isEqualTo("collective");
        assertThat(nomination.has("nominee2Name")).isFalse();
        assertThat(answers("dossier").text("paperAt")).isEqualTo("2024-11-25T12:30");
        assertThat(answers("review").text("decision")).isEqualTo("accept");
        assertThat(answers("meeting-result").list("supplementable")).containsExactly("1.1");
        assertThat(answers("appraisal").list("supplementable")).containsExactly("1.1");
    }

    @Test
    void leaveOutTheUnitWhoseCaseIsVotedOn() {
        FormSchema schema = FormSchema.load("award-vote");
        FormContext context = FormFixture.context(FACTS);
        FormAnswers vote = FormValidator.validate(schema, SampleAnswers.fill(schema, context), context)
                .answers();
        assertThat(vote.list("present")).containsExactly("AGG", "KGG", "VLG");
        assertThat(vote.list("votedInRoom")).containsExactly("KGG", "VLG");
        assertThat(vote.number("votesFor")).isEqualByComparingTo("2");
    }

    @Test
    void takeTheArrivalThatTheServerKnows() {
        FormContext context = FormFixture.context(Map.of("arrivedAt", FormFixture.NOW.minusHours(20)));
        FormCheck check = FormFixture.check("paper-entry", context);
        assertThat(check.problems()).isEmpty();
        assertThat(check.answers().text("arrivedAt")).isEqualTo("2024-11-24T16:30");
    }

    private static FormAnswers answers(String form) {
        return FormFixture.check(form).answers();
    }
}
