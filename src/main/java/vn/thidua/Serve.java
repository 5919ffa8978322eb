package vn.thidua;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import vn.thidua.tryout.ChildPast;
import vn.thidua.tryout.SamplePeople;
import vn.thidua.tryout.ServeDatabase;

/** Serves: on the configured database or, with none, as a try-out in {@code ./data}. */
final class Serve implements Callable<Integer> {

    private final PrintStream out;

    Serve(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        SpringApplication application = new SpringApplication(ThiduaApplication.class);
        application.addInitializers(new ServeDatabase(dataFolder(), SamplePeople::accounts, new ChildPast(out), out));
        application.run();
        return Thidua.SERVING;
    }

    /** {@code ./data}, unless THIDUA_DATA names another folder. */
    static Path dataFolder() {
        String configured = System.getProperty("thidua.data-folder", System.getenv("THIDUA_DATA"));
        return Path.of(configured == null || configured.isBlank() ? "data" : configured);
    }
}
