package vn.thidua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Placeholder. */
@SpringBootApplication
public class Thidua {
    public static void main(String[] args) {
        SpringApplication.run(Thidua.class, args);
    }
}
