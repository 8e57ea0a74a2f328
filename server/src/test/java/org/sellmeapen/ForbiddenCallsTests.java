package org.sellmeapen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.Public;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RequestMapping;

/** What would take time, chance or the outside world past the constructors, and other habits of this house. */
class ForbiddenCallsTests {

    private static final Set<String> TELLS_TIME = Set.of("now", "systemUTC", "systemDefaultZone", "system", "tick");

    private static DescribedPredicate<JavaCall<?>> call(String what, java.util.function.Predicate<JavaCall<?>> test) {
        return describe(what, test);
    }

    private static boolean of(JavaCall<?> call, Class<?> type) {
        return call.getTargetOwner().isEquivalentTo(type);
    }

    private static int arguments(JavaCall<?> call) {
        CodeUnitCallTarget target = (CodeUnitCallTarget) call.getTarget();
        return target.getRawParameterTypes().size();
    }

    @Test
    void timeComesFromAClockThatCameIn() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.sellmeapen.GroundConfiguration")
                .should()
                .callCodeUnitWhere(call("asks the time of nobody", c -> {
                    boolean javaTime = c.getTargetOwner().getPackageName().equals("java.time");
                    boolean withoutClock = ((CodeUnitCallTarget) c.getTarget())
                            .getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
                    return (javaTime && withoutClock && TELLS_TIME.contains(c.getName()))
                            || (of(c, System.class)
                                    && Set.of("currentTimeMillis", "nanoTime").contains(c.getName()))
                            || (c.getTargetOwner().isEquivalentTo(java.util.Date.class)
                                    && c.getName().equals("<init>")
                                    && arguments(c) == 0);
                }))
                .check(House.MAIN);
    }

    @Test
    void chanceComesInToo() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.sellmeapen.GroundConfiguration")
                .should()
                .callCodeUnitWhere(call(
                        "throws dice of its own",
                        c -> (of(c, Math.class) && c.getName().equals("random"))
                                || of(c, ThreadLocalRandom.class)
                                || (of(c, UUID.class) && c.getName().equals("randomUUID"))
                                || (of(c, SecureRandom.class) && c.getName().equals("<init>"))
                                || (of(c, Random.class) && c.getName().equals("<init>") && arguments(c) == 0)))
                .check(House.MAIN);
    }

    @Test
    void onlyTheCommandLineWritesToTheScreen() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sellmeapen." + House.COMMAND_LINE + "..")
                .should()
                .accessFieldWhere(describe(
                        "System.out or System.err",
                        (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(System.class)
                                && !access.getName().equals("in")))
                .orShould()
                .callCodeUnitWhere(call("prints a stack trace", c -> c.getName().equals("printStackTrace")))
                .check(House.MAIN);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(House.MAIN);
    }

    @Test
    void namesAreWordsOfTheTrade() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Base)")
                .check(House.MAIN);
    }

    /** The interceptor refuses it at run time; this says it when it is built. */
    @Test
    void everyOperationSaysWhoMay() {
        List<String> silent = House.MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .filter(method -> Stream.of(Public.class, Needs.class, NeedsSignIn.class)
                                .filter(method::isAnnotatedWith)
                                .count()
                        != 1)
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void testsNeitherSleepNorMock() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(House.ROOT);
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleep",
                        c -> c.getTargetOwner().isEquivalentTo(Thread.class)
                                && c.getName().equals("sleep")))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.mockito..")
                .allowEmptyShould(true)
                .check(tests);
    }
}
