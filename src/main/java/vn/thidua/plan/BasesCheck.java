package vn.thidua.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;

/** Legal bases: one number one date (S0-31), no citing of what comes later, in force when used (S1-09). All warnings: a person decides. */
final class BasesCheck {
    private final Plan plan;
    private final Problems problems;
    private final Map<String, TreeSet<LocalDate>> dates = new LinkedHashMap<>();

    BasesCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void run() {
        if (!plan.division().number().isEmpty()) {
            dates.computeIfAbsent(plan.division().number(), n -> new TreeSet<>())
                    .add(plan.division().date());
        }
        Map<String, LegalBasis> first = new LinkedHashMap<>();
        for (LegalBasis basis : plan.bases()) {
            numberAndDates(basis, first.putIfAbsent(basis.number(), basis));
        }
        for (LegalBasis basis : plan.bases()) {
            basis.cites().forEach(cited -> cites(basis, cited));
            inForce(basis);
        }
    }

    private void numberAndDates(LegalBasis basis, @Nullable LegalBasis earlier) {
        String path = problems.marks().path(basis, "bases");
        if (basis.number().isEmpty()) {
            return;
        }
        TreeSet<LocalDate> known = dates.computeIfAbsent(basis.number(), n -> new TreeSet<>());
        boolean knownBefore = !known.isEmpty();
        boolean differs = !known.containsAll(basis.dates());
        known.addAll(basis.dates());
        if (basis.dates().size() > 1 || (knownBefore && differs)) {
            problems.warning(
                    path + ".dates",
                    "two-dates",
                    "văn bản số " + basis.number() + " mang " + known.size() + " ngày khác nhau: "
                            + known.stream().map(Vietnam::date).collect(Collectors.joining(", "))
                            + "; đối chiếu bản gốc rồi chỉ ghi ngày đúng");
        } else if (earlier != null) {
            problems.error(path, "duplicate-basis", "văn bản số " + basis.number() + " ghi hai lần; bỏ một mục");
        }
        if (basis.from() != null && basis.to() != null && basis.to().isBefore(basis.from())) {
            problems.error(
                    path + ".to",
                    "dates-out-of-order",
                    "văn bản số " + basis.number() + " hết hiệu lực " + Vietnam.date(basis.to())
                            + ", trước ngày có hiệu lực " + Vietnam.date(basis.from())
                            + "; viết «to» không trước «from»");
        }
    }

    private void cites(LegalBasis basis, String cited) {
        String path = problems.marks().path(basis, "bases") + ".cites";
        TreeSet<LocalDate> citedDates = dates.get(cited);
        if (citedDates == null) {
            problems.warning(
                    path,
                    "unknown-citation",
                    "văn bản số " + basis.number() + " viện dẫn " + cited
                            + " nhưng văn bản ấy không có trong «bases»; thêm vào, hoặc "
                            + Nearest.to(cited, dates.keySet())
                                    .map(k -> "viết «" + k + "»")
                                    .orElse("bỏ khỏi cites"));
            return;
        }
        if (cited.equals(basis.number())) {
            problems.error(path, "cites-itself", "văn bản số " + cited + " viện dẫn chính nó; bỏ khỏi cites");
        } else if (!basis.dates().isEmpty() && !citedDates.isEmpty()) {
            LocalDate latest = Collections.max(basis.dates());
            if (latest.isBefore(citedDates.first())) {
                problems.warning(
                        path,
                        "cites-later",
                        "văn bản số " + basis.number() + " ngày " + Vietnam.date(latest)
                                + " viện dẫn văn bản ban hành sau nó: " + cited + " ngày "
                                + Vietnam.date(citedDates.first()) + "; kiểm tra ngày của hai văn bản");
            }
        }
    }

    private void inForce(LegalBasis basis) {
        String path = problems.marks().path(basis, "bases");
        Optional<List<LocalDate>> span = new Timeline(plan).span();
        if (span.isEmpty()) {
            return;
        }
        LocalDate last = span.get().get(1);
        LocalDate start =
                basis.from() != null || basis.dates().isEmpty() ? basis.from() : Collections.min(basis.dates());
        if (start != null && start.isAfter(last)) {
            problems.warning(
                    path,
                    "not-yet-in-force",
                    "văn bản số " + basis.number() + " có từ " + Vietnam.date(start) + ", sau khi năm thi đua kết thúc "
                            + Vietnam.date(last) + "; bỏ khỏi căn cứ hoặc kiểm tra ngày");
        }
        LocalDate to = basis.to();
        if (to != null && to.isBefore(last) && !succeeded(basis, to)) {
            problems.warning(
                    path + ".to",
                    "expired-basis",
                    "văn bản số " + basis.number() + " hết hiệu lực sau ngày " + Vietnam.date(to)
                            + " nhưng còn dùng cho "
                            + firstUse(to) + "; "
                            + (basis.successor() == null
                                    ? "thêm văn bản thay thế (successor) hoặc bỏ căn cứ này"
                                    : "thay bằng văn bản kế tiếp " + basis.successor()
                                            + " hoặc thêm văn bản ấy vào «bases»"));
        }
    }

    /** Its successor is a basis too and takes over without a gap. */
    private boolean succeeded(LegalBasis basis, LocalDate to) {
        return plan.bases().stream()
                .filter(b -> b.number().equals(basis.successor()))
                .anyMatch(b -> b.from() == null || !b.from().isAfter(to.plusDays(1)));
    }

    /** The first milestone after the document has expired. */
    private String firstUse(LocalDate expired) {
        return plan.milestones().values().stream()
                .flatMap(m -> m.day() == null ? Stream.empty() : Stream.of(Map.entry(m.day(), m)))
                .filter(e -> e.getKey().isAfter(expired))
                .min(Map.Entry.comparingByKey())
                .map(e -> "«" + e.getValue().code().title() + "» ngày " + Vietnam.date(e.getKey()))
                .orElse("năm thi đua");
    }
}
