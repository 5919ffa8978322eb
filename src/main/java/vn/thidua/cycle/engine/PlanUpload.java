package vn.thidua.cycle.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.ClusterYears;
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

    PlanUpload(ClusterYears years, SteeringCases cases, Administrators administrators) {
        this.years = years;
        this.cases = cases;
        this.administrators = administrators;
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
        cases.put(
                execution.getProcessInstanceId(),
                Map.of("yaml", reading.yaml(), "shown", shown(reading), SteeringTasks.ABOUT, about(reading.plan())));
    }

    /** How many findings and what can be done, then errors and warnings, each with its line. */
    private static String shown(PlanReading reading) {
        String next = reading.hasErrors()
                ? "Kế hoạch còn lỗi nên không khởi động được: chọn «Hủy», sửa tệp rồi tải lại."
                : "Có thể khởi động.";
        return "**Kết quả kiểm tra: " + reading.errors().size() + " lỗi, "
                + reading.warnings().size() + " cảnh báo. " + next + "**\n\n" + list("Lỗi", reading.errors())
                + list("Cảnh báo", reading.warnings());
    }

    private static String list(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        return "**" + title + ":**\n\n"
                + markdown(findings.stream()
                        .map(f -> (f.line() > 0 ? "dòng " + f.line() + ": " : "") + f.message())
                        .collect(Collectors.joining("\n")))
                + "\n";
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
