package vn.thidua.scoring.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.brief.Pledge;
import vn.thidua.scoring.brief.Pledges;
import vn.thidua.scoring.papers.ScoreWords;
import vn.thidua.scoring.result.BoardViews;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Membership;
import vn.thidua.year.YearStore;

/**
 * The pack for the conference (S3-01), made from the latest result: to members and standing agency once it is frozen, to the leader's and
 * the deputy's people as a draft from the provisional result on.
 */
@Service
public class Packs {
    private final Results results;
    private final Pledges pledges;
    private final Classifications classifications;
    private final Directions directions;
    private final BoardViews boards;
    private final Membership membership;
    private final YearStore years;

    Packs(
            Results results,
            Pledges pledges,
            Classifications classifications,
            Directions directions,
            BoardViews boards,
            Membership membership,
            YearStore years) {
        this.results = results;
        this.pledges = pledges;
        this.classifications = classifications;
        this.directions = directions;
        this.boards = boards;
        this.membership = membership;
        this.years = years;
    }

    /** Empty where there is no result yet that the person may see. */
    @Transactional(readOnly = true)
    public Optional<Pack> of(String person, String yearId) {
        if (!boards.mayOpen(person, yearId)) {
            return Optional.empty();
        }
        Plan plan = years.plan(yearId);
        Optional<Result> frozen = results.latest(yearId, Result.Kind.FROZEN);
        Optional<Result> made = frozen.isPresent() || !leads(plan, person) ? frozen : results.latest(yearId);
        return made.map(result -> pack(person, plan, result));
    }

    private boolean leads(Plan plan, String person) {
        Set<String> parties = membership.parties(plan, person);
        return parties.contains(plan.leader().code())
                || parties.contains(plan.deputy().code());
    }

    private Pack pack(String person, Plan plan, Result result) {
        String yearId = plan.yearId();
        boolean draft = result.kind() == Result.Kind.PROVISIONAL;
        List<Direction> directed = directions.of(yearId);
        List<String> missing = new ArrayList<>();
        if (draft) {
            missing.add("Kết quả thi đua chưa chốt: điểm trong hồ sơ này là điểm tạm thời.");
        }
        if (directed.isEmpty()) {
            missing.add("Chưa ghi ý kiến chỉ đạo nào của cấp trên.");
        }
        return new Pack(
                yearId,
                DutyTexts.yearName(plan),
                draft,
                ScoreWords.of(result.kind()) + ", số " + result.number() + ", lúc " + Vietnam.words(result.at())
                        + ", SHA-256 " + result.hash(),
                result.hash(),
                ResultContent.read(result.content()).units().stream()
                        .map(unit -> unit(plan, unit))
                        .toList(),
                directed,
                missing,
                directions.mayEnter(person, yearId));
    }

    private Pack.UnitPack unit(Plan plan, ResultContent.UnitResult unit) {
        Pledge pledge = pledges.of(plan.yearId(), unit.unit()).orElse(null);
        Pack.Classification classification =
                classifications.of(plan.yearId(), unit.unit()).orElse(null);
        return new Pack.UnitPack(
                unit.rank(),
                unit.unit(),
                DutyTexts.partyName(plan, unit.unit()),
                new BigDecimal(unit.total()),
                new BigDecimal(unit.bonus()),
                new BigDecimal(unit.penalty()),
                unit.band() == null ? "" : unit.band(),
                ScoreWords.knockOuts(unit.knockOuts()),
                pledge,
                classification,
                missing(pledge, classification));
    }

    private static List<String> missing(@Nullable Pledge pledge, Pack.@Nullable Classification classification) {
        List<String> missing = new ArrayList<>();
        if (pledge == null) {
            missing.add("giao ước thi đua");
        } else if (!pledge.open().isEmpty()) {
            missing.add("kết quả chỉ tiêu "
                    + pledge.open().stream()
                            .map(target -> String.valueOf(target.number()))
                            .collect(Collectors.joining(", ")));
        }
        if (classification == null) {
            missing.add("xếp loại chất lượng của cấp có thẩm quyền");
        } else if (classification.document().isEmpty()) {
            missing.add("số, ngày quyết định xếp loại");
        }
        return missing;
    }
}
