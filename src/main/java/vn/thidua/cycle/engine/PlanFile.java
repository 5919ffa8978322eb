package vn.thidua.cycle.engine;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import vn.thidua.duty.DutyRefused;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;
import vn.thidua.plan.PlanUnreadable;

/** The plan that a start form uploaded. */
final class PlanFile {
    private static final int MOST = 1_000_000;

    private PlanFile() {}

    /** @throws DutyRefused where there is no file, it is too large, or it is no plan at all */
    static PlanReading take(DelegateExecution execution) {
        TypedValue value = execution.getVariableTyped("planFile");
        if (!(value instanceof FileValue file)) {
            throw new DutyRefused("Chưa chọn tệp kế hoạch. Chọn tệp .yaml rồi bấm bắt đầu.");
        }
        try (InputStream in = file.getValue()) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new DutyRefused("Tệp kế hoạch lớn hơn 1 MB. Kiểm tra xem có chọn nhầm tệp không.");
            }
            return PlanReader.read(bytes);
        } catch (PlanUnreadable e) {
            throw new DutyRefused("Tệp không phải là kế hoạch đọc được: " + e.getMessage());
        } catch (IOException e) {
            throw new DutyRefused("Tệp kế hoạch không đọc được. Tải lại tệp.");
        }
    }
}
