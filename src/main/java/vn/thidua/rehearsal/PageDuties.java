package vn.thidua.rehearsal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Owner;
import vn.thidua.duty.Receipt;
import vn.thidua.plan.Plan;
import vn.thidua.plan.Unit;

/** What became of every duty: those of the units as a table, those of everyone else as a list. */
final class PageDuties {
    private final Plan plan;
    private final DutyTexts texts;
    private final List<Duty> duties;
    private final Map<Long, Receipt> receipts;

    /** @param receipts the last one that counts, by duty */
    PageDuties(Plan plan, DutyTexts texts, List<Duty> duties, Map<Long, Receipt> receipts) {
        this.plan = plan;
        this.texts = texts;
        this.duties = duties;
        this.receipts = receipts;
    }

    List<PageModel.Row> ofUnits() {
        return Arrays.stream(DutyType.values())
                .filter(type -> type.owner() == Owner.MEMBER)
                .map(type -> new PageModel.Row(
                        title(type),
                        plan.units().stream().map(unit -> cell(type, unit)).toList()))
                .toList();
    }

    /** Of several of one type, as dossiers are, the worst. */
    private PageModel.Cell cell(DutyType type, Unit unit) {
        return duties.stream()
                .filter(d -> d.type() == type && d.key().party().equals(unit.code()))
                .map(this::cell)
                .max(Comparator.comparing(c -> List.of("", "done", "declined", "closed", "late", "lapse")
                        .indexOf(c.kind())))
                .orElse(new PageModel.Cell("–", "không phát sinh", "", null));
    }

    private PageModel.Cell cell(Duty duty) {
        Receipt receipt = receipts.get(duty.id());
        String link = receipt == null ? null : "documents/" + Documents.RECEIPTS + "/" + receipt.number() + ".txt";
        String when = receipt == null ? "" : moment(receipt);
        String due = "thời hạn " + texts.boundary(duty);
        if (duty.outcome() != null) {
            boolean late = duty.received();
            String outcome = DutyTexts.outcome(duty.outcome());
            return new PageModel.Cell(
                    late ? "Muộn " + when : duty.outcome().name().replace("_", "_\u200B"),
                    outcome + "; " + due,
                    late ? "late" : "lapse",
                    link);
        }
        return switch (duty.state()) {
            case DECLINED -> new PageModel.Cell("Không " + when, "đơn vị trả lời không nộp; " + due, "declined", link);
            case DELIVERED, ACCEPTED, PENDING_PAPER -> new PageModel.Cell(when, "đã nộp; " + due, "done", link);
            default -> new PageModel.Cell("Khép lại", "khép lại, không tính là bỏ lỡ; " + due, "closed", link);
        };
    }

    List<PageModel.Other> ofOthers() {
        List<PageModel.Other> others = new ArrayList<>();
        for (DutyType type : DutyType.values()) {
            List<Duty> these = duties.stream().filter(d -> d.type() == type).toList();
            if (type.owner() != Owner.MEMBER && !these.isEmpty()) {
                others.add(other(type, these));
            }
        }
        return others;
    }

    private PageModel.Other other(DutyType type, List<Duty> these) {
        String who = these.stream()
                .map(d -> d.key().party())
                .distinct()
                .map(party -> DutyTexts.partyName(plan, party))
                .collect(Collectors.joining("; "));
        long done = these.stream().filter(Duty::received).count();
        long missed = these.stream().filter(d -> d.outcome() != null).count();
        String first = these.size() == 1 && done == 1 ? firstReceipt(these.get(0)) : "";
        String status = done + "/" + these.size() + " có kết quả" + first
                + (missed > 0 ? ", " + missed + " " + DutyTexts.outcome(outcome(these)) : "");
        return new PageModel.Other(
                title(type), who, status, missed > 0 ? "overdue" : done == these.size() ? "done" : "closed");
    }

    private static vn.thidua.plan.Outcome outcome(List<Duty> duties) {
        return duties.stream()
                .map(Duty::outcome)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private String firstReceipt(Duty duty) {
        @Nullable Receipt receipt = receipts.get(duty.id());
        return receipt == null ? "" : " (" + Vietnam.words(receipt.receivedAt()) + ")";
    }

    private static String moment(Receipt receipt) {
        var local = Vietnam.local(receipt.receivedAt());
        return Vietnam.date(local.toLocalDate()).substring(0, 5) + " " + Vietnam.time(local.toLocalTime());
    }

    /** The title of a kind of duty, without what one of them is about. */
    private static String title(DutyType type) {
        return DutyTexts.text(type + ".title").replaceAll("[:,]?( mục)? \\{0}", "");
    }
}
