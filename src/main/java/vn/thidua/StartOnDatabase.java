package vn.thidua;

import java.io.PrintStream;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.steering.PlanAmendments;
import vn.thidua.duty.DutyRefused;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;
import vn.thidua.year.YearStore;

/** Starts a year on the database that the settings name, or corrects people and contacts of one that runs. */
final class StartOnDatabase implements StartYear {
    private static final String BY = "admin";

    @Override
    public int run(Call call, Confirmation confirmation, PrintStream out) {
        PlanReading reading = PlanReader.read(call.planYaml());
        Plan plan = reading.validPlan();
        try (ConfigurableApplicationContext context = Detached.boot(call.settings())) {
            boolean known = context.getBean(YearStore.class).find(plan.yearId()).isPresent();
            return known ? amend(context, reading, confirmation, out) : start(context, reading, confirmation, out);
        } catch (DutyRefused e) {
            out.println(e.getMessage());
            return ExitCode.NOT_VALID;
        }
    }

    private static int start(
            ConfigurableApplicationContext context, PlanReading reading, Confirmation confirmation, PrintStream out) {
        String name = reading.validPlan().yearId();
        if (!confirmation.given("Khởi động năm thi đua «" + name + "»?")) {
            out.println("Không khởi động.");
            return ExitCode.NOT_VALID;
        }
        context.getBean(ClusterYears.class).start(reading, BY);
        out.println("Đã khởi động năm thi đua «" + name + "».");
        return ExitCode.OK;
    }

    private static int amend(
            ConfigurableApplicationContext context, PlanReading reading, Confirmation confirmation, PrintStream out) {
        PlanAmendments amendments = context.getBean(PlanAmendments.class);
        out.println("Năm thi đua này đang chạy. Người và đầu mối sẽ thay đổi như sau:");
        out.println(amendments.difference(reading, BY));
        if (!confirmation.given("Cập nhật?")) {
            out.println("Không cập nhật.");
            return ExitCode.NOT_VALID;
        }
        amendments.apply(reading, BY);
        out.println("Đã cập nhật.");
        return ExitCode.OK;
    }
}
