package vn.thidua.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Votes, agenda, signed originals, lead time: thresholds that can be reached (rules.md, "Votes"; S3-14). */
final class RulesCheck {
    private static final Pattern AWARD_CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");

    private final Plan plan;
    private final Problems problems;

    RulesCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void run() {
        VoteRules votes = plan.votes();
        if (votes.quorumNumerator() < 1 || votes.quorumNumerator() > votes.quorumDenominator()) {
            problems.error(
                    "votes.quorum",
                    "unreachable-threshold",
                    "túc số " + votes.quorumNumerator() + "/" + votes.quorumDenominator()
                            + " tổng số thành viên không thể đạt; viết ví dụ quorum: 2/3");
        }
        if (votes.awards().isEmpty() && problems.whole("votes")) {
            problems.error(
                    "votes.awards",
                    "no-awards",
                    "chưa có hình thức khen thưởng nào để bình xét; thêm { code: BK-BNV, name: Bằng khen … }");
        }
        Set<String> codes = new HashSet<>();
        votes.awards().forEach(a -> award(a, codes));
        agenda();
        papers("signedOriginals", plan.signedOriginals());
        papers("trustedTimes", plan.trustedTimes());
        if (plan.ceremonyLeadDays() < 0 || plan.ceremonyLeadDays() > 365) {
            problems.error(
                    "ceremonyLeadDays",
                    "bad-number",
                    "số ngày từ khi đủ hồ sơ đến lễ trao phải từ 0 đến 365; viết ví dụ ceremonyLeadDays: 15");
        }
    }

    private void papers(String key, Set<DutyCode> duties) {
        duties.stream()
                .sorted()
                .filter(c -> Keys.of(c) != Keys.DUTY)
                .forEach(
                        c -> problems.error(
                                key,
                                "no-papers",
                                "«" + c.code()
                                        + "» không phải nhiệm vụ nộp tài liệu; viết mã một nhiệm vụ có tài liệu, ví dụ supplement"));
    }

    private void award(Award award, Set<String> codes) {
        String path = problems.marks().path(award, "votes.awards");
        if (!codes.add(award.code())) {
            problems.error(
                    path + ".code",
                    "duplicate-award",
                    "hình thức " + award.code() + " ghi hai lần; bỏ một mục hoặc viết mã khác");
        }
        if (!AWARD_CODE.matcher(award.code()).matches()) {
            problems.error(
                    path + ".code",
                    "bad-code",
                    "mã «" + award.code() + "» không hợp lệ; viết chữ hoa không dấu, số và gạch nối, ví dụ BK-BNV");
        }
        percent(path + ".percent", award.percent());
        percent(path + ".quotaPercent", award.quotaPercent());
        reachable(award, path);
    }

    private void percent(String path, @org.jspecify.annotations.Nullable Integer percent) {
        if (percent != null && (percent < 1 || percent > 100)) {
            problems.error(
                    path, "unreachable-threshold", "tỷ lệ " + percent + " % không thể đạt; viết một số từ 1 đến 100");
        }
    }

    private void reachable(Award award, String path) {
        int members = plan.units().size();
        if (!problems.whole("units") || members == 0 || (award.percent() != null && award.percent() > 100)) {
            return;
        }
        int most = plan.votes().mayVoteOnOwnCase() ? members : members - 1;
        int needed = award.votesNeeded(members);
        if (needed > most) {
            problems.warning(
                    path,
                    "unreachable-threshold",
                    "«" + award.name() + "» cần " + needed + " phiếu trên " + members
                            + " thành viên nhưng nhiều nhất chỉ có " + most
                            + " vì đơn vị không bỏ phiếu cho trường hợp của mình; viết percent nhỏ hơn hoặc mayVoteOnOwnCase: true");
        }
        if (award.quotaPercent() != null && award.quotaPercent() > 0 && award.quota(members) == 0) {
            problems.warning(
                    path,
                    "unreachable-quota",
                    "«" + award.name() + "» được đề nghị tối đa " + award.quotaPercent() + " % của " + members
                            + " thành viên, làm tròn xuống là 0; viết quotaPercent lớn hơn hoặc bỏ hình thức này");
        }
    }

    private void agenda() {
        if (plan.agenda().isEmpty() && problems.whole("agenda")) {
            problems.error(
                    "agenda", "no-agenda", "chương trình hội nghị trống; viết mỗi mục một dòng bắt đầu bằng «- »");
        }
        Set<String> titles = new HashSet<>();
        plan.agenda().stream()
                .filter(i -> !titles.add(i.title()))
                .forEach(i -> problems.warning(
                        "agenda[" + (i.number() - 1) + "]",
                        "duplicate-agenda",
                        "mục «" + i.title() + "» ghi hai lần trong chương trình; bỏ một dòng"));
    }
}
