package vn.thidua.cycle.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.YearPeople;
import vn.thidua.cycle.steering.Administrators;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.cycle.steering.SteeringOptions;
import vn.thidua.duty.DutyRefused;
import vn.thidua.plan.FindingsText;
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
        List<String> objections = reading.hasErrors() ? List.of() : people.objections(reading.validPlan(), starter);
        String result = FindingsText.render(reading.findings(), "kế hoạch") + "\n" + String.join("\n", objections);
        String next = reading.hasErrors() || !objections.isEmpty()
                ? "\n\n**Kế hoạch còn lỗi nên không khởi động được.** Chọn «Hủy», sửa tệp rồi tải lại."
                : "\n\n**Có thể khởi động.**";
        cases.put(execution.getProcessInstanceId(), Map.of("yaml", reading.yaml(), "shown", markdown(result) + next));
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
