package vn.thidua;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application as Spring sees it; {@link Thidua} decides whether it is started at all. */
@SpringBootApplication(proxyBeanMethods = false)
public class ThiduaApplication {}
