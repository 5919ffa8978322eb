package vn.thidua.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The web part alone: no plan, no years, only the engine with small processes of the tests. */
@TestConfiguration
@EnableAutoConfiguration
@ComponentScan(basePackages = "vn.thidua.web")
public class WebTestApplication {}
