package vn.thidua;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of the house (docs/rules.md): features from the ground up, the engine behind a wall, time asked for. */
@AnalyzeClasses(packages = "vn.thidua", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the ground up: each may use only those named before it. The commands in the root package may use all. */
    private static final List<String> FEATURES = List.of(
            "calendar",
            "paper",
            "journal",
            "mail",
            "plan",
            "year",
            "duty",
            "evidence",
            "scoring",
            "cycle",
            "rehearsal",
            "tryout",
            "web");

    @ArchTest
    static final ArchRule featuresUseOnlyThoseBelow = layers();

    @ArchTest
    static final ArchRule noCyclesBetweenFeatures =
            slices().matching("vn.thidua.(*)..").should().beFreeOfCycles();

    /** What makes leaving Camunda 7 a mechanical change. */
    @ArchTest
    static final ArchRule onlyEnginePackagesAndWebKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("vn.thidua..engine..", "vn.thidua.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    /**
     * Time is asked of {@code TimeSource}, never taken. Exceptions: {@code EngineClock} measures how far the node's clock is from
     * the database's; {@code VerifyCommand} judges a file now where it is not told when it was received; {@code MakeSamplePast} asks what today is before there is a database to ask; a try-out's waiting for its
     * own processes and the throttle of passwords measure how long something takes.
     */
    @ArchTest
    static final ArchRule timeIsAskedFor = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vn.thidua.cycle.engine.EngineClock")
            .and()
            .doNotHaveFullyQualifiedName("vn.thidua.MakeSamplePast")
            .and()
            .doNotHaveFullyQualifiedName("vn.thidua.VerifyCommand")
            .should()
            .callCodeUnitWhere(JavaCall.Predicates.target(
                    new com.tngtech.archunit.base.DescribedPredicate<>("takes the node's time") {
                        @Override
                        public boolean test(com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target) {
                            String owner = target.getOwner().getFullName();
                            return CLOCKS.contains(owner) && target.getName().equals("now")
                                    || owner.equals("java.lang.System")
                                            && target.getName().equals("currentTimeMillis")
                                    || owner.equals("java.time.Clock")
                                            && target.getName().startsWith("system")
                                    || owner.equals(Date.class.getName())
                                            && target.getName().equals("<init>")
                                            && target.getRawParameterTypes().isEmpty();
                        }
                    }));

    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            LocalTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule beansKeepTheirCollaborators = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(org.springframework.stereotype.Service.class)
            .and()
            .areNotStatic()
            .should()
            .bePrivate()
            .andShould()
            .beFinal();

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(false);
        for (String feature : FEATURES) {
            layers = layers.layer(feature).definedBy("vn.thidua." + feature + "..");
        }
        layers = layers.layer("commands").definedBy(resideInAPackage("vn.thidua"));
        for (int i = 0; i < FEATURES.size(); i++) {
            List<String> above = new java.util.ArrayList<>(FEATURES.subList(i + 1, FEATURES.size()));
            above.add("commands");
            layers = layers.whereLayer(FEATURES.get(i)).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
        }
        return layers.whereLayer("commands").mayNotBeAccessedByAnyLayer();
    }
}
