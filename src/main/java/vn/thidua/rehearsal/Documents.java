package vn.thidua.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.TaskTexts;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Receipt;
import vn.thidua.duty.form.AnswerWords;
import vn.thidua.duty.form.FormField;
import vn.thidua.duty.form.FormSchema;
import vn.thidua.plan.FindingsText;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReading;

/** {@code documents/}: the plan as used, what its check found, every receipt, and the closing record, as text to be read. */
@Component
class Documents {
    static final String PLAN = "ke-hoach.yaml";
    static final String FINDINGS = "ket-qua-kiem-tra.txt";
    static final String CLOSING_RECORD = "ho-so-ket-thuc-nam.txt";
    static final String RECEIPTS = "bien-nhan";

    private static final String RULE = "=".repeat(72) + "\n";

    private final DutyRepository duties;
    private final DutyTexts texts;
    private final TaskTexts tasks;

    Documents(DutyRepository duties, DutyTexts texts, TaskTexts tasks) {
        this.duties = duties;
        this.texts = texts;
        this.tasks = tasks;
    }

    void write(String yearId, PlanReading reading, Path folder) throws IOException {
        Plan plan = reading.validPlan();
        Files.createDirectories(folder.resolve(RECEIPTS));
        Files.writeString(folder.resolve(PLAN), reading.yaml());
        Files.writeString(folder.resolve(FINDINGS), FindingsText.render(reading.findings(), PLAN));
        List<Duty> all = duties.ofYear(yearId);
        Map<Long, Duty> byId = new HashMap<>();
        all.forEach(duty -> byId.put(duty.id(), duty));
        for (Receipt receipt : duties.receiptsOfYear(yearId)) {
            Duty duty = byId.get(receipt.dutyId());
            Files.writeString(
                    folder.resolve(RECEIPTS).resolve(receipt.number() + ".txt"), receipt(plan, duty, receipt));
        }
        Files.writeString(folder.resolve(CLOSING_RECORD), closingRecord(plan, all));
    }

    private String receipt(Plan plan, Duty duty, Receipt receipt) {
        StringBuilder text = new StringBuilder("BIÊN NHẬN SỐ " + receipt.number() + "\n" + RULE);
        line(text, "Năm thi đua", DutyTexts.yearName(plan));
        line(text, "Đơn vị", DutyTexts.partyName(plan, duty.key().party()));
        line(text, "Nội dung", texts.title(plan, duty));
        line(text, "Người nộp", DutyTexts.personName(plan, receipt.by()));
        line(text, "Nhận lúc", Vietnam.words(receipt.receivedAt()));
        line(text, "Thời hạn", DutyTexts.before(receipt.measuredAgainst()));
        line(text, "Kết quả", receipt.inTime() ? "trong hạn" : "sau thời hạn");
        line(text, "Tình trạng", status(receipt));
        if (receipt.settledReason() != null && !receipt.settledReason().isBlank()) {
            line(text, "Ý kiến", receipt.settledReason());
        }
        text.append("\nNỘI DUNG ĐÃ NỘP\n").append(RULE);
        if (receipt.declined()) {
            text.append("Đơn vị trả lời: không nộp (không bổ sung, không đề nghị).\n");
        }
        Map<String, String> names = new HashMap<>();
        tasks.options(duty.key()).values().forEach(list -> list.forEach(o -> names.put(o.value(), o.label())));
        for (FormField field : FormSchema.load(duty.type().form()).fields()) {
            Object answer = receipt.answers().get(field.key());
            if (answer != null) {
                line(text, field.name(), AnswerWords.of(field, answer, names));
            }
        }
        return text.toString();
    }

    private static String status(Receipt receipt) {
        return receipt.settled() == null
                ? "có hiệu lực"
                : switch (receipt.settled()) {
                    case "RETURNED" -> "đã trả lại";
                    case "WITHDRAWN" -> "đơn vị đã rút lại";
                    default -> "đã tiếp nhận";
                };
    }

    private String closingRecord(Plan plan, List<Duty> all) {
        StringBuilder text = new StringBuilder("HỒ SƠ KẾT THÚC NĂM THI ĐUA\n" + RULE);
        line(text, "Năm thi đua", DutyTexts.yearName(plan));
        line(text, "Cụm trưởng", plan.leader().name());
        line(text, "Cụm phó", plan.deputy().name());
        line(
                text,
                "Kết thúc",
                Vietnam.words(java.util.Objects.requireNonNull(
                        plan.milestone(vn.thidua.plan.DutyCode.CLOSE).at())));
        line(text, "Số việc đã giao", String.valueOf(all.size()));
        line(
                text,
                "Số việc có kết quả",
                String.valueOf(all.stream().filter(Duty::received).count()));
        list(text, "VIỆC QUÁ HẠN CỦA CỤM TRƯỞNG, CỤM PHÓ, CƠ QUAN THƯỜNG TRỰC VÀ BÊN NGOÀI", plan, missed(all, true));
        list(text, "VIỆC CÁC ĐƠN VỊ BỎ LỠ", plan, missed(all, false));
        return text.toString();
    }

    private static List<Duty> missed(List<Duty> all, boolean overdue) {
        return all.stream()
                .filter(d -> d.outcome() != null && (d.outcome() == Outcome.OVERDUE) == overdue)
                .toList();
    }

    private void list(StringBuilder text, String heading, Plan plan, List<Duty> duties) {
        text.append("\n").append(heading).append("\n").append(RULE);
        if (duties.isEmpty()) {
            text.append("Không có.\n");
        }
        List<String> lines = new ArrayList<>();
        for (Duty duty : duties) {
            lines.add("- " + DutyTexts.partyName(plan, duty.key().party()) + ": " + texts.title(plan, duty)
                    + "; thời hạn " + texts.boundary(duty) + "; " + outcome(duty.outcome())
                    + (duty.received() ? "; đã nộp sau đó" : ""));
        }
        lines.forEach(l -> text.append(l).append("\n"));
    }

    private static String outcome(@Nullable Outcome outcome) {
        return outcome == null ? "" : DutyTexts.outcome(outcome);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\n");
    }
}
