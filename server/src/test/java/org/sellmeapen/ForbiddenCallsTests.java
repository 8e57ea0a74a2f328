package org.sellmeapen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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
    private static final Set<Class<?>> DICE =
            Set.of(SecureRandom.class, Random.class, SplittableRandom.class, RandomGenerator.class);

    /** A call and a reference such as {@code Instant::now} alike: either asks the same of the same. */
    private static ArchCondition<JavaClass> reach(String what, Predicate<JavaCodeUnitAccess<?>> forbidden) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static boolean of(JavaCodeUnitAccess<?> access, Class<?> type) {
        return access.getTargetOwner().isEquivalentTo(type);
    }

    private static int arguments(JavaCodeUnitAccess<?> access) {
        return access.getTarget().getRawParameterTypes().size();
    }

    private static boolean asksTheTime(JavaCodeUnitAccess<?> access) {
        boolean javaTime = access.getTargetOwner().getPackageName().equals("java.time");
        boolean withoutClock =
                access.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return (javaTime && withoutClock && TELLS_TIME.contains(access.getName()))
                || (of(access, System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(access.getName()))
                || (of(access, Date.class) && access.getName().equals("<init>") && arguments(access) == 0)
                || (of(access, Calendar.class) && access.getName().equals("getInstance"))
                || (of(access, GregorianCalendar.class) && access.getName().equals("<init>"));
    }

    private static boolean throwsDice(JavaCodeUnitAccess<?> access) {
        boolean unseeded = arguments(access) == 0;
        return (of(access, Math.class) && access.getName().equals("random"))
                || of(access, ThreadLocalRandom.class)
                || of(access, RandomGeneratorFactory.class)
                || (of(access, UUID.class) && access.getName().equals("randomUUID"))
                || (of(access, Collections.class) && access.getName().equals("shuffle") && arguments(access) == 1)
                || (of(access, RandomGenerator.class)
                        && Set.of("of", "getDefault").contains(access.getName()))
                || (DICE.stream().anyMatch(type -> of(access, type))
                        && access.getName().equals("<init>")
                        && (unseeded || of(access, SecureRandom.class)));
    }

    @Test
    void timeComesFromAClockThatCameIn() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.sellmeapen.GroundConfiguration")
                .should(reach("ask the time of nobody", ForbiddenCallsTests::asksTheTime))
                .check(House.MAIN);
    }

    @Test
    void chanceComesInToo() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.sellmeapen.GroundConfiguration")
                .should(reach("throw dice of its own", ForbiddenCallsTests::throwsDice))
                .check(House.MAIN);
    }

    /** The guards themselves, on a class that breaks them in every way. */
    @Test
    void theGuardsSeeCallsAndReferences() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Wrong.class);
        assertThat(noClasses()
                        .should(reach("ask", ForbiddenCallsTests::asksTheTime))
                        .evaluate(wrong)
                        .getFailureReport()
                        .getDetails())
                .hasSize(4);
        assertThat(noClasses()
                        .should(reach("throw", ForbiddenCallsTests::throwsDice))
                        .evaluate(wrong)
                        .getFailureReport()
                        .getDetails())
                .hasSize(5);
    }

    @SuppressWarnings("unused")
    private static final class Wrong {
        private final List<Supplier<?>> time =
                List.of(Instant::now, System::currentTimeMillis, () -> Calendar.getInstance(), () -> new Date());
        private final List<Supplier<?>> chance = List.of(
                UUID::randomUUID, Math::random, RandomGenerator::getDefault, SplittableRandom::new, () -> new Random());
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
                .orShould(
                        reach("print a stack trace", access -> access.getName().equals("printStackTrace")))
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
