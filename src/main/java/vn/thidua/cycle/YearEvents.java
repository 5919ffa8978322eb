package vn.thidua.cycle;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.plan.DutyCode;

/** Events that happen at their instant, whether or not the leader has produced anything for them (rules.md, "Deadlines"). */
@Service
public class YearEvents {
    private final YearNotices notices;

    YearEvents(YearNotices notices) {
        this.notices = notices;
    }

    /** Tells everyone concerned; the invitation to the scoring meeting goes out at its instant (S0-03). */
    @Transactional
    public void happened(String yearId, DutyCode event) {
        if (event == DutyCode.INVITATION) {
            notices.invitation(yearId);
        }
    }
}
