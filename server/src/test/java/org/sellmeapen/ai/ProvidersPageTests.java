package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.simulators.Simulators;
import org.sellmeapen.simulators.SoundSimulator;
import org.sellmeapen.simulators.SoundVendors;
import org.sellmeapen.voice.VendorContract;

/**
 * Runs every contract with every provider and writes down what passed: {@code -Dgenerate=true} rewrites, otherwise drift
 * fails. The catalogue may name nobody who did not pass.
 */
class ProvidersPageTests {

    private static final int AT_ONCE = 4;

    private static final Path PAGE = Path.of("..", "docs", "providers.md");

    /** What was asked of a vendor itself, and when it last did as the simulator does: {@code openai/talk} to a day. */
    private static final Map<String, String> LIVE = Map.of();

    /** Played by a server of the test's own. */
    private static final Set<String> OURS = Set.of("vosk");

    /** To whose rules that contract holds what is said. */
    private static final Map<String, String> REALTIME_SIMULATORS =
            Map.of(RealtimeProviders.OPENAI, "openai-realtime", RealtimeProviders.GEMINI, "gemini-live");

    private record Contract(String title, Class<?> type, Set<Purpose> purposes) {}

    private static final List<Contract> CONTRACTS = List.of(
            new Contract("Talk and judge", LanguageModelContract.class, Set.of(Purpose.TALK, Purpose.JUDGE)),
            new Contract("Embed", EmbeddingModelContract.class, Set.of(Purpose.EMBED)),
            new Contract("Hear", SpeechToTextContract.class, Set.of(Purpose.HEAR)),
            new Contract("Speak", VendorTextToSpeechContract.class, Set.of(Purpose.SPEAK)),
            new Contract("Hear and speak in one", VendorContract.class, Set.of(Purpose.REALTIME)));

    /** How often each behaviour passed, was left out, failed. */
    private static final class Tally {
        private int passed;
        private int leftOut;
        private int failed;

        String cell() {
            return failed > 0 ? "**fails**" : passed > 0 ? "yes" : "–";
        }
    }

    @Test
    void thePageSaysWhatPassedAndTheCatalogueNamesNobodyElse() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Providers

                Written by `ProvidersPageTests` from contracts that it runs; do not edit. Every provider that can be chosen stands
                here, because a test refuses one in the catalogue that does not pass. Each is asked through its real adapter; the
                other side is a simulator of the vendor (`vendor-simulators/`) that refuses whatever the vendor would not take; of
                those that hear and speak in one it says what the test tells it, and what it is told is held to the same rules.

                How a provider's requests were checked is its grade: against the vendor's *published specification*, against
                *notes of our own* where there is none that a machine can read, or *live* on a day, against the vendor itself.
                A dash marks what a vendor does not have.
                """);
        Map<String, Set<Purpose>> passed = new TreeMap<>();
        for (Contract contract : CONTRACTS) {
            write(page, contract, passed);
        }
        for (Provider provider : Providers.all()) {
            assertThat(passed.getOrDefault(provider.id(), Set.of()))
                    .as(provider.id() + " passes the contract of whatever it is listed for")
                    .containsAll(provider.purposes());
        }
        SpeechProviders.ears()
                .forEach(ear -> assertThat(passed.getOrDefault(ear.id(), Set.of()))
                        .as(ear.id() + " hears as the contract has it")
                        .contains(Purpose.HEAR));
        SpeechProviders.mouths()
                .forEach(mouth -> assertThat(passed.getOrDefault(mouth.id(), Set.of()))
                        .as(mouth.id() + " speaks as the contract has it")
                        .contains(Purpose.SPEAK));
        RealtimeProviders.all()
                .forEach(both -> assertThat(passed.getOrDefault(both.id(), Set.of()))
                        .as(both.id() + " hears and speaks as the contract has it")
                        .contains(Purpose.REALTIME));
        if (Boolean.getBoolean("generate")) {
            assertThat(Specifications.folder())
                    .as("the page is written with the specifications at hand; set SELLMEAPEN_SHARED")
                    .isPresent();
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as(
                        "docs/providers.md; write it with ./mvnw -pl server -am test -Dtest=ProvidersPageTests -Dgenerate=true"
                                + " -Dsurefire.failIfNoSpecifiedTests=false")
                .exists();
        assertThat(comparable(Files.readString(PAGE))).isEqualTo(comparable(page.toString()));
    }

    /** Without the specifications nobody can tell their grade from that of our notes, nor whether they tell right from wrong. */
    private static String comparable(String page) {
        return Specifications.folder().isPresent()
                ? page
                : page.replace("| published specification |", "| notes of our own |")
                        .replaceAll("(?m)^\\| Published schemas tell right from wrong .*$", "");
    }

    private static void write(StringBuilder page, Contract contract, Map<String, Set<Purpose>> passed) {
        Map<Class<?>, Map<String, Tally>> tallies = run(contract);
        List<Class<?>> columns = new ArrayList<>(tallies.keySet());
        columns.sort(Comparator.comparingInt((Class<?> column) -> place(column, contract))
                .thenComparing(column -> title(column, contract)));
        page.append("\n## ").append(contract.title()).append("\n\n| provider | checked against |\n|---|---|\n");
        for (Class<?> column : columns) {
            page.append("| ")
                    .append(title(column, contract))
                    .append(" | ")
                    .append(grade(column, contract))
                    .append(" |\n");
            boolean all = tallies.get(column).values().stream().allMatch(tally -> tally.failed == 0);
            assertThat(all)
                    .as(column.getSimpleName() + ": " + failures(tallies.get(column)))
                    .isTrue();
            passed.computeIfAbsent(provider(column), _ -> new TreeSet<>()).addAll(contract.purposes());
        }
        gifts(page, speech(contract));
        Set<String> behaviours = new TreeSet<>();
        tallies.values().forEach(tally -> behaviours.addAll(tally.keySet()));
        page.append("\n| behaviour |");
        columns.forEach(
                column -> page.append(' ').append(title(column, contract)).append(" |"));
        page.append("\n|---|").append(":-:|".repeat(columns.size())).append('\n');
        for (String behaviour : behaviours) {
            int ways = columns.stream()
                    .map(column -> tallies.get(column).get(behaviour))
                    .mapToInt(tally -> tally == null ? 0 : tally.passed)
                    .max()
                    .orElse(0);
            page.append("| ").append(words(behaviour)).append(ways > 1 ? " (" + ways + " ways) |" : " |");
            for (Class<?> column : columns) {
                Tally tally = tallies.get(column).get(behaviour);
                page.append(' ').append(tally == null ? "–" : tally.cell()).append(" |");
            }
            page.append('\n');
        }
    }

    private static List<SpeechProvider> speech(Contract contract) {
        return switch (contract.purposes().iterator().next()) {
            case HEAR -> SpeechProviders.ears();
            case SPEAK -> SpeechProviders.mouths();
            case REALTIME -> RealtimeProviders.all();
            case TALK, JUDGE, EMBED -> List.of();
        };
    }

    /** What comes beside text or sound; the contract holds the catalogue to times, partial texts and recordings. */
    private static void gifts(StringBuilder page, List<SpeechProvider> providers) {
        List<SpeechProvider.Gift> given = Arrays.stream(SpeechProvider.Gift.values())
                .filter(gift -> providers.stream().anyMatch(provider -> provider.gives(gift)))
                .toList();
        if (given.isEmpty()) {
            return;
        }
        page.append("\n| gives |");
        given.forEach(gift -> page.append(' ')
                .append(gift.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .append(" |"));
        page.append("\n|---|").append(":-:|".repeat(given.size())).append('\n');
        for (SpeechProvider provider : providers) {
            page.append("| ").append(provider.title()).append(" |");
            given.forEach(gift -> page.append(provider.gives(gift) ? " yes |" : " – |"));
            page.append('\n');
        }
    }

    private static Map<Class<?>, Map<String, Tally>> run(Contract contract) {
        List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(
                contract.type().getPackageName(),
                type -> contract.type().isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()),
                name -> name.endsWith("Tests"));
        Map<Class<?>, Map<String, Tally>> tallies = new LinkedHashMap<>();
        // Most of a contract is waiting for a simulator of its own. Who fails beside others is judged alone.
        run(classes, AT_ONCE, tallies);
        run(
                classes.stream()
                        .filter(type -> !failures(tallies.get(type)).isEmpty())
                        .toList(),
                1,
                tallies);
        return tallies;
    }

    private static void run(List<Class<?>> classes, int atOnce, Map<Class<?>, Map<String, Tally>> tallies) {
        classes.forEach(type -> tallies.put(type, new TreeMap<>()));
        Launcher launcher = LauncherFactory.create();
        String parallel = "junit.jupiter.execution.parallel.";
        var request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter(parallel + "enabled", String.valueOf(atOnce > 1))
                .configurationParameter(parallel + "mode.classes.default", "concurrent")
                .configurationParameter(parallel + "config.strategy", "fixed")
                .configurationParameter(parallel + "config.fixed.parallelism", String.valueOf(atOnce));
        classes.forEach(type -> request.selectors(selectClass(type)));
        launcher.execute(request.build(), new TestExecutionListener() {
            @Override
            public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                if (identifier.getSource().orElse(null) instanceof MethodSource source) {
                    boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
                    if (identifier.isTest() || failed) {
                        Tally tally = tallies.get(source.getJavaClass())
                                .computeIfAbsent(source.getMethodName(), _ -> new Tally());
                        switch (result.getStatus()) {
                            case SUCCESSFUL -> tally.passed++;
                            case ABORTED -> tally.leftOut++;
                            case FAILED -> tally.failed++;
                        }
                    }
                }
            }
        });
    }

    private static List<String> failures(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().failed > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The package is the provider, where the vendors of a contract have one each; else they are tagged with it. */
    private static String provider(Class<?> column) {
        Tag tag = column.getAnnotation(Tag.class);
        if (tag != null) {
            return tag.value();
        }
        String name = column.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String title(Class<?> column, Contract contract) {
        return Optional.ofNullable(column.getAnnotation(DisplayName.class))
                .map(DisplayName::value)
                .or(() -> speech(contract).stream()
                        .filter(one -> one.id().equals(provider(column)))
                        .map(SpeechProvider::title)
                        .findFirst())
                .or(() -> Providers.find(provider(column)).map(Provider::title))
                .orElse(provider(column));
    }

    private static int place(Class<?> column, Contract contract) {
        List<String> ids = speech(contract).isEmpty()
                ? Providers.all().stream().map(Provider::id).toList()
                : speech(contract).stream().map(SpeechProvider::id).toList();
        int place = ids.indexOf(provider(column));
        return place < 0 ? ids.size() : place;
    }

    private static String grade(Class<?> column, Contract contract) {
        String id = provider(column);
        String live = contract.purposes().stream()
                .map(purpose -> LIVE.get(id + "/" + purpose.code()))
                .filter(day -> day != null)
                .findAny()
                .orElse("");
        if (live.isEmpty() && contract.type() == VendorContract.class) {
            return SoundSimulator.grade(REALTIME_SIMULATORS.get(id), Specifications.folder());
        }
        if (live.isEmpty() && !speech(contract).isEmpty()) {
            return OURS.contains(id)
                    ? "notes of our own"
                    : SoundVendors.all().contains(id)
                            ? SoundSimulator.grade(id, Specifications.folder())
                            : "nothing: it has no vendor";
        }
        return !live.isEmpty()
                ? "live on " + live
                : Simulators.vendors().contains(id)
                        ? contract.type() == EmbeddingModelContract.class
                                ? Simulators.gradeOfEmbeddings(id, Specifications.folder())
                                : Simulators.grade(id, Specifications.folder())
                        : "nothing: it has no vendor";
    }

    private static String words(String name) {
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
