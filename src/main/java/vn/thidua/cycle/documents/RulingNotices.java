package vn.thidua.cycle.documents;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyMails;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.evidence.ruling.RulingRepository;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.mail.FileMail;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** Tells the unit what was ruled on its file, by whom and why. */
@Component
class RulingNotices {
    private final DutyMails mails;
    private final RulingRepository rulings;
    private final YearStore years;
    private final DutyTexts texts;

    RulingNotices(DutyMails mails, RulingRepository rulings, YearStore years, DutyTexts texts) {
        this.mails = mails;
        this.rulings = rulings;
        this.years = years;
        this.texts = texts;
    }

    void ruled(Duty duty, Submission file, Ruling.Question question, boolean accepted) {
        Plan plan = years.plan(duty.yearId());
        String result = question == Ruling.Question.LATE
                ? DocumentWords.of(accepted ? "ruled.letIn" : "ruled.notLetIn")
                : DocumentWords.of(accepted ? "ruled.accepted" : "ruled.refused");
        mails.toOwners(
                plan,
                duty,
                "ruled/" + question + "/" + file.receipt(),
                new FileMail.FileRuled(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, duty.key().party()),
                        texts.title(plan, duty),
                        file.name(),
                        file.receipt(),
                        result,
                        rulings.of(file.id()).stream()
                                .filter(r -> r.question() == question)
                                .map(r -> RulingLines.of(plan, r))
                                .collect(Collectors.joining("\n")),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }
}
