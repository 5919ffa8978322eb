package vn.thidua.cycle.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.YearPeople;
import vn.thidua.cycle.steering.Administrators;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.cycle.steering.SteeringOptions;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Finding;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;

/** Starting a year from an uploaded plan: check, show, confirm, start. */
@Component("planUpload")
public class PlanUpload {
    private final ClusterYears years;
    private final SteeringCases cases;
    private final Administrators administrators;
    private final YearPeople people;

    PlanUpload(ClusterYears years, SteeringCases cases, Administrators administrators, YearPeople people) {
        this.years = years;
        this.cases = cases;
        this.administrators = administrators;
        this.people = people;
    }

    public void check(DelegateExecution execution) {
        PlanReading reading = PlanFile.take(execution);
        String starter = String.valueOf(execution.getVariable(SteeringTasks.STARTER));
        boolean may = administrators.is(starter)
                || reading.plan() != null && SteeringOptions.standingAgency(reading.plan(), starter);
        if (!may) {
            throw new DutyRefused("Chỉ quản trị hoặc cơ quan thường trực nêu trong kế hoạch được lập năm thi đua này.");
        }
        HandInTasks.clear(execution);
        execution.setVariable(SteeringTasks.STARTER, starter);
        cases.open(execution.getProcessInstanceId(), "yearStart", starter);
        List<String> problems = new ArrayList<>(sentences(reading.errors()));
        if (!reading.hasErrors()) {
            problems.addAll(people.objections(reading.validPlan(), starter));
        }
        String shown = shown(problems, sentences(reading.warnings()));
        cases.put(
                execution.getProcessInstanceId(),
                Map.of("yaml", reading.yaml(), "shown", shown, SteeringTasks.ABOUT, about(reading.plan())));
    }

    /** How many findings and what can be done, then errors and warnings, each with its line. */
    private static String shown(List<String> errors, List<String> warnings) {
        String next = errors.isEmpty()
                ? "Có thể khởi động."
                : "Kế hoạch còn lỗi nên không khởi động được: chọn «Hủy», sửa tệp rồi tải lại.";
        return "**Kết quả kiểm tra: " + errors.size() + " lỗi, " + warnings.size() + " cảnh báo. " + next + "**\n\n"
                + list("Lỗi", errors) + list("Cảnh báo", warnings);
    }

    private static String list(String title, List<String> sentences) {
        return sentences.isEmpty() ? "" : "**" + title + ":**\n\n" + markdown(String.join("\n", sentences)) + "\n";
    }

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream()
                .map(f -> (f.line() > 0 ? "dòng " + f.line() + ": " : "") + f.message())
                .toList();
    }

    static String about(@Nullable Plan plan) {
        return plan == null ? "" : DutyTexts.yearName(plan);
    }

    public boolean confirmed(DelegateExecution execution) {
        return cases.get(execution.getProcessInstanceId()).is("year-confirm.decision", "start");
    }

    public void start(DelegateExecution execution) {
        SteeringCases.SteeringCase one = cases.get(execution.getProcessInstanceId());
        years.start(PlanReader.read(one.text("yaml")), one.by());
    }

    /** Lines of a finding become items of a list; what comes from the file is taken literally. */
    static String markdown(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.strip().split("\n")) {
            out.append("- ")
                    .append(line.strip().replaceAll("([\\\\`*_{}\\[\\]#|<>])", "\\\\$1"))
                    .append('\n');
        }
        return out.toString();
    }
}
