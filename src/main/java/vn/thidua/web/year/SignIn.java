package vn.thidua.web.year;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.thidua.web.guard.SignedIn;

/** Lets in those who are signed in to the web apps; all others sign in to Tasklist first, which brings them back (return-1.js). */
@Component
public class SignIn {
    private final ProcessEngine engine;

    SignIn(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param answer what the signed-in person gets, by their user id */
    public ResponseEntity<String> required(
            HttpServletRequest request, Function<String, ResponseEntity<String>> answer) {
        String person = SignedIn.user(engine, request);
        return person == null ? to(SignedIn.first(request).toString()) : answer.apply(person);
    }

    /** Where to depends on the person and the hour, so nobody may keep it. */
    static ResponseEntity<String> to(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }
}
