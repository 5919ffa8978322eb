package vn.thidua.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The web part alone: no plan, no years, no files and no pages of them, only the engine with small processes of the tests. Without a
 * stereotype, so that no other test's component scan takes it in.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.thidua.web",
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "vn\\.thidua\\.web\\.(year|files|scoring)\\..*"))
public class WebTestApplication {}
