package vn.thidua.cycle.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyReaders;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/**
 * The only way to read a cluster year as a person: running, closed or cancelled, each sees what {@link DutyReaders} allows. What
 * is not theirs is not there: an empty answer does not tell it from what never was.
 */
@Service
@Transactional(readOnly = true)
public class YearReading {
    private final YearStore years;
    private final Milestones milestones;
    private final DutyRepository duties;
    private final Readers readers;
    private final YearHeads heads;
    private final DutyViews views;

    YearReading(
            YearStore years,
            Milestones milestones,
            DutyRepository duties,
            Readers readers,
            YearHeads heads,
            DutyViews views) {
        this.years = years;
        this.milestones = milestones;
        this.duties = duties;
        this.readers = readers;
        this.heads = heads;
        this.views = views;
    }

    /** The years a person belongs to, the one started last first. */
    public List<YearView.Head> years(String person) {
        List<String> ids = new ArrayList<>(years.ids());
        Collections.reverse(ids);
        return ids.stream()
                .map(years::get)
                .flatMap(year -> readers.of(year.plan(), person).map(reader -> heads.of(year, reader)).stream())
                .toList();
    }

    public Optional<YearView> year(String person, String yearId) {
        return years.find(yearId)
                .flatMap(year -> readers.of(year.plan(), person).map(reader -> view(year, reader)));
    }

    /** Who the person is in a year; empty where the person does not belong to it. */
    public Optional<YearView.Head> head(String person, String yearId) {
        return years.find(yearId)
                .flatMap(year -> readers.of(year.plan(), person).map(reader -> heads.of(year, reader)));
    }

    public Optional<DutyView> duty(String person, long id) {
        return duties.find(id).flatMap(duty -> {
            ClusterYear year = years.get(duty.yearId());
            return readers.of(year.plan(), person)
                    .filter(reader -> DutyReaders.mayRead(year.plan(), reader, duty.key()))
                    .map(reader -> views.whole(year, heads.of(year, reader), duty, reader, person));
        });
    }

    private YearView view(ClusterYear year, DutyReaders.Reader reader) {
        Map<DutyCode, MilestoneDates> dates = milestones.all(year.id());
        return new YearView(
                heads.of(year, reader),
                dates.values().stream().map(MilestoneWords::of).toList(),
                duties(year, reader, dates),
                closing(year));
    }

    private List<YearView.PartyDuties> duties(
            ClusterYear year, DutyReaders.Reader reader, Map<DutyCode, MilestoneDates> dates) {
        Plan plan = year.plan();
        Map<Long, Integer> receipts = duties.receiptCounts(year.id());
        Map<String, List<YearView.DutyLine>> byParty = new LinkedHashMap<>();
        duties.ofYear(year.id()).stream()
                .filter(duty -> DutyReaders.mayRead(plan, reader, duty.key()))
                .sorted(Comparator.comparing((Duty duty) -> duty.type()).thenComparing(Duty::id))
                .forEach(duty -> byParty.computeIfAbsent(duty.key().party(), party -> new ArrayList<>())
                        .add(views.line(year, duty, dates, receipts)));
        return byParty.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, ?> e) -> !reader.parties().contains(e.getKey()))
                        .thenComparing(e -> DutyTexts.partyName(plan, e.getKey()), Vietnam.collator()))
                .map(e -> new YearView.PartyDuties(
                        "don-vi-" + e.getKey(), DutyTexts.partyName(plan, e.getKey()), e.getValue()))
                .toList();
    }

    /** The closing record; everybody of the year got it by mail too. */
    private @Nullable List<YearView.Overdue> closing(ClusterYear year) {
        return years.fact(year.id(), YearStore.CLOSING_RECORD)
                .map(record -> ((List<?>) record.getOrDefault("overdue", List.of()))
                        .stream()
                                .map(item -> (Map<?, ?>) item)
                                .map(item -> new YearView.Overdue(
                                        DutyTexts.partyName(year.plan(), String.valueOf(item.get("party"))),
                                        String.valueOf(item.get("title"))))
                                .toList())
                .orElse(null);
    }
}
