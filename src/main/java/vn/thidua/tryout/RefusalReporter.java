package vn.thidua.tryout;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring from writing a stack trace about a refusal: the command says its sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RefusalReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return StartRefused.in(failure) != null;
    }
}
