package vn.thidua.duty.form;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.duty.form.FormFixture.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules across the fields of one form. */
class FormRulesTest {
    private static final Map<String, Object> OWN = Map.of("ownUnit", "AGG");

    @Test
    void aReturnNeedsAReason() {
        assertThat(check("review", "decision", "return").message()).contains("«Lý do trả lại» còn trống");
        assertThat(check("review", "decision", "return", "reason", "Thiếu ngày ban hành")
                        .ok())
                .isTrue();
        assertThat(check("deadline-agree", "decision", "refuse").message()).contains("«Lý do không đồng ý»");
        assertThat(check("receipt", "withdraw", false, "reason", "Nhầm tệp").message())
                .contains("chưa được đánh dấu");
        assertThat(check("year-cancel", "understood", false).message()).contains("không thể hoàn tác");
    }

    @Test
    void aPledgedTargetIsComplete() {
        assertThat(check("pledge", "target3Name", "Giảm giấy tờ").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Ô «Mức đăng ký của chỉ tiêu 3» còn trống: mỗi dòng đã bắt đầu thì phải ghi đủ các ô.",
                        "Ô «Đơn vị tính của chỉ tiêu 3» còn trống: mỗi dòng đã bắt đầu thì phải ghi đủ các ô.");
    }

    @Test
    void onlySignedOriginalsSupplement() { // S0-14
        Object[] second = {"doc2Number", "99/QĐ-SNV", "doc2Date", "2024-11-01", "doc2Criterion", "1.2"};
        assertThat(check("supplement", second).message()).contains("«Văn bản 2 là bản gốc ký số»");
        assertThat(check("supplement", "doc1Original", false).message()).contains("«Văn bản 1 là bản gốc ký số»");
        assertThat(check("supplement", "answer", "decline").answers().values()).containsOnlyKeys("answer");
    }

    @Test
    void totalsAreSumsAndZeroIsAScore() {
        assertThat(check("self-score", "group1", "9,75").message())
                .isEqualTo("Ô «Tổng điểm các nhóm»: 0 không bằng tổng điểm các nhóm là 9,75.");
        assertThat(check("self-score", "group1", "0.1", "group2", "0.2", "total", "0.3")
                        .ok())
                .isTrue();
        assertThat(check("self-score", "group1", null).message()).contains("«Nhóm 1» còn trống");
    }

    @Test
    void anAppraisalExplainsWhereItDiffers() { // S0-02, S0-07
        FormContext context = FormFixture.context(Map.of("selfGroup2", new BigDecimal("9.5"), "selfGroup1", 0));
        assertThat(check("appraisal", context, "differenceReasons", null).message())
                .isEqualTo(
                        "Ô «Lý do khác với điểm tự chấm» còn trống: cần nêu lý do vì điểm khác với điểm tự chấm (Nhóm 2).");
        assertThat(check("appraisal", context, "differenceReasons", "Thiếu minh chứng")
                        .ok())
                .isTrue();
        assertThat(check("appraisal", "noConflict", false).message()).contains("xung đột lợi ích");
    }

    @Test
    void aMissingRoleIsExplained() { // S0-04, S0-09
        assertThat(check("attendees", "deputyChiefName", " ").message()).contains("lý do thiếu Chánh hoặc Phó");
        assertThat(check("attendees", "deputyChiefName", " ", "missingReason", "Đi công tác")
                        .ok())
                .isTrue();
        assertThat(check("attendees", "officer2Name", "Võ Thị Em").message()).contains("chuyên viên 2");
    }

    @Test
    void aLineTestSaysWhichPointsFailedAndWhy() { // S0-11
        assertThat(check("line-test", "connected", List.of()).message()).contains("ít nhất một điểm cầu");
        assertThat(check("line-test", "failed", List.of("AGG")).message()).contains("ở cả ô này", "chưa kết nối được");
        assertThat(check("line-test", "connected", List.of("KGG"), "failed", List.of("AGG"), "failureNote", "Mất điện")
                        .ok())
                .isTrue();
    }

    @Test
    void minutesNameWhoTookPart() { // S0-28
        assertThat(check("meeting-minutes", "presentOnline", List.of()).message())
                .contains("ít nhất một đơn vị");
        assertThat(check("meeting-minutes", "presentInRoom", List.of("VLG")).message())
                .contains("ở cả ô này");
    }

    @Test
    void anOpinionThatDoesNotAgreeSaysWhy() { // S3-05 to S3-08
        for (String form : List.of("opinion", "agreement")) {
            assertThat(check(form, "opinion", "agree").ok()).isTrue();
            assertThat(check(form, "opinion", "disagree").message()).contains("«Nội dung ý kiến»");
            assertThat(check(form, "opinion", "comments", "text", "Bổ sung số liệu")
                            .ok())
                    .isTrue();
        }
    }

    @Test
    void everyBallotIsOneUnits() { // S0-19
        assertThat(check("award-vote", "votesFor", "4").message()).contains("tổng số phiếu là 4, không bằng", "là 3");
        assertThat(check("award-vote", "votedInWriting", List.of("VLG")).message())
                .contains("ở cả ô này");
        assertThat(check("award-vote", "present", List.of("KGG")).message())
                .contains("không nằm trong ô «Đơn vị có mặt»");
        assertThat(check("award-vote", "teller2", "lê minh châu").message())
                .contains("phải khác ô «Người kiểm phiếu 1»");
        assertThat(check("award-vote", "held", "notHeld", "notHeldReason", "Không đủ đơn vị dự")
                        .answers()
                        .values())
                .containsOnlyKeys("held", "notHeldReason");
    }

    @Test
    void aUnitVotesOnItsOwnCaseOnlyWhereTheRegulationLetsIt() {
        Object[] all = {"votedInRoom", List.of("AGG", "KGG", "VLG"), "votesFor", 3};
        assertThat(check("award-vote", FormFixture.context(OWN), all).message())
                .contains("không bỏ phiếu cho trường hợp");
        Map<String, Object> allowed = Map.of("ownUnit", "AGG", "mayVoteOnOwnCase", true);
        assertThat(check("award-vote", FormFixture.context(allowed), all).ok()).isTrue();
    }

    @Test
    void leaderAndDeputyAreTwoUnits() { // S3-15
        assertThat(check("next-leaders", "deputy", "AGG").message()).contains("phải khác ô «Cụm trưởng năm sau»");
    }

    @Test
    void paperThatArrivedEarlierNeedsAReasonAndASecondPerson() {
        Object[] early = {"arrivedAt", "2024-11-25T10:29", "earlyReason", null, "secondPerson", null};
        assertThat(check("paper-entry", early).problems())
                .extracting(Problem::key)
                .containsExactly("earlyReason", "secondPerson");
        Object[] recent = {"arrivedAt", "2024-11-25T10:31", "earlyReason", null, "secondPerson", null};
        assertThat(check("paper-entry", recent).ok()).isTrue();
        assertThat(check("paper-entry", "secondPerson", "Võ Thị Em").message())
                .contains("phải khác ô «Người kiểm đếm»");
        assertThat(check("paper-entry", "result", "notReceived", "searchNote", "Sổ công văn đến")
                        .answers()
                        .values())
                .containsOnlyKeys("result", "searchNote");
    }

    @Test
    void aMeetingEndsAfterItStarts() {
        assertThat(check("deadline-propose", "newKind", "AT", "newTime", "14:00", "newEnd", "13:00")
                        .message())
                .contains("giờ kết thúc phải sau");
        assertThat(check("deadline-propose", "newKind", "BEFORE", "newTime", "14:00")
                        .answers()
                        .has("newTime"))
                .isFalse();
    }
}
