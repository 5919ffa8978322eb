package vn.thidua.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * The web part alone: no plan, no years, only the engine with small processes of the tests. Without a stereotype, so that no
 * other test's component scan takes it in.
 */
@EnableAutoConfiguration
@ComponentScan(basePackages = "vn.thidua.web")
public class WebTestApplication {}
