package vn.thidua.web.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The four filters with which everybody's Tasklist opens: mine, my unit's, due this week, overdue. The nearest deadline comes
 * first, the list refreshes itself. Made, or brought up to date, at every start; other filters are left alone.
 */
public class TasklistFilters {

    /** Monday of next week, 00:00, included: "before Monday" still falls on this week's Sunday. */
    private static final String WEEK_ENDS =
            "${dateTime().plusWeeks(1).withDayOfWeek(1).withTimeAtStartOfDay().plusMillis(1)}";

    private final FilterService filters;
    private final TaskService tasks;
    private final PlatformAuthorizations authorizations;

    public TasklistFilters(FilterService filters, TaskService tasks, PlatformAuthorizations authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    public void bringAbout() {
        List<Ready> all = List.of(
                new Ready(
                        "Việc của tôi",
                        "Nhiệm vụ tôi đã nhận",
                        "#1f6f43",
                        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")),
                new Ready(
                        "Việc của đơn vị tôi",
                        "Nhiệm vụ giao cho đơn vị, bộ phận tôi tham gia hoặc giao cho tôi làm thay, kể cả đã có người nhận",
                        "#1d5fa8",
                        ofMyUnit()),
                new Ready(
                        "Đến hạn tuần này",
                        "Nhiệm vụ của đơn vị tôi đến hạn từ nay đến hết Chủ nhật",
                        "#b06a00",
                        ofMyUnit().dueAfterExpression("${now()}").dueBeforeExpression(WEEK_ENDS)),
                new Ready(
                        "Quá hạn",
                        "Nhiệm vụ của đơn vị tôi đã quá hạn mà chưa hoàn thành",
                        "#b3261e",
                        ofMyUnit().dueBeforeExpression("${now()}")));
        for (int i = 0; i < all.size(); i++) {
            save(all.get(i), i);
        }
    }

    private TaskQuery ofMyUnit() {
        // By person, not by group: in the place of an officer with a conflict of interest somebody is a candidate by
        // name.
        return tasks.createTaskQuery()
                .taskCandidateUserExpression("${currentUser()}")
                .includeAssignedTasks();
    }

    private void save(Ready ready, int place) {
        Filter existing =
                filters.createFilterQuery().filterName(ready.name).filterResourceType(EntityTypes.TASK).list().stream()
                        .findFirst()
                        .orElse(null);
        Filter filter = existing == null ? filters.newTaskFilter(ready.name) : existing;
        filter.setQuery(ready.query.orderByDueDate().asc().orderByTaskName().asc());
        filter.setProperties(ready.properties(place));
        filters.saveFilter(filter);
        authorizations.grantEverybody(Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private record Ready(String name, String description, String color, TaskQuery query) {

        Map<String, Object> properties(int place) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("description", description);
            properties.put("priority", place);
            properties.put("color", color);
            properties.put("refresh", true);
            properties.put("showUndefinedVariable", false);
            properties.put("variables", List.of());
            return properties;
        }
    }
}
