package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The instants a plan's milestones come to, as far as they can be known before the year has begun. */
final class Timeline {
    private final Plan plan;

    Timeline(Plan plan) {
        this.plan = plan;
    }

    /** When a duty opens; "after" a meeting is its planned end. {@code null} where nothing is said, or it follows itself. */
    @Nullable
    LocalDateTime opens(DutyCode code) {
        return opens(code, EnumSet.noneOf(DutyCode.class));
    }

    boolean followsItself(DutyCode code) {
        Set<DutyCode> seen = EnumSet.noneOf(DutyCode.class);
        for (DutyCode at = code; at != null; at = after(at)) {
            if (!seen.add(at)) {
                return at == code;
            }
        }
        return false;
    }

    /** First and last day of the year's work; empty where the plan has no end, or one that cannot be meant. */
    Optional<List<LocalDate>> span() {
        Optional<LocalDate> first = plan.milestones().values().stream()
                .flatMap(m -> Stream.of(opens(m.code()), m.at()))
                .filter(Objects::nonNull)
                .map(LocalDateTime::toLocalDate)
                .min(LocalDate::compareTo);
        Milestone close = plan.milestones().get(DutyCode.CLOSE);
        if (first.isEmpty() || close == null || close.at() == null) {
            return Optional.empty();
        }
        LocalDate last = close.at().toLocalDate();
        boolean impossible =
                last.isBefore(first.get()) || last.isAfter(first.get().plusYears(3));
        return impossible ? Optional.empty() : Optional.of(List.of(first.get(), last));
    }

    /** Too far from the year to be meant. */
    boolean isFar(LocalDate date) {
        return yearKnown()
                && (date.isBefore(LocalDate.of(plan.year() - 1, 1, 1))
                        || date.isAfter(LocalDate.of(plan.year() + 1, 12, 31)));
    }

    /** A year that can be meant. */
    boolean yearKnown() {
        return plan.year() >= 2000 && plan.year() <= 2100;
    }

    private @Nullable LocalDateTime opens(DutyCode code, Collection<DutyCode> seen) {
        Milestone m = plan.milestones().get(code);
        Opening opening = m == null ? null : m.opens();
        if (opening == null || !seen.add(code)) {
            return null;
        }
        if (opening.after() == null) {
            return opening.at();
        }
        Milestone before = plan.milestones().get(opening.after());
        if (before == null) {
            return null;
        }
        boolean oneByOne = code == DutyCode.DOSSIER || code == DutyCode.CONFIRMATION || code == DutyCode.APPRAISAL;
        return oneByOne && before.at() == null ? opens(before.code(), seen) : before.end();
    }

    private @Nullable DutyCode after(DutyCode code) {
        Milestone m = plan.milestones().get(code);
        return m == null || m.opens() == null ? null : m.opens().after();
    }
}
