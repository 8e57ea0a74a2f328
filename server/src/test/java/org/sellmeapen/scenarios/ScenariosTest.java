package org.sellmeapen.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenariosTest {

    private static final Scenarios SHIPPED = Scenarios.shipped();

    @TempDir
    Path folder;

    @Test
    void everyShippedScenarioIsServed() {
        assertThat(SHIPPED.problems()).isEmpty();
        assertThat(SHIPPED.find("classic-pen")).isPresent();
    }

    @Test
    void anAddressAndItsShortFormFindTheSame() {
        Scenario pen = SHIPPED.get("classic-pen");
        assertThat(SHIPPED.get("sellmeapen/classic-pen@1")).isEqualTo(pen);
        assertThat(pen.address()).hasToString("sellmeapen/classic-pen@1");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> SHIPPED.get("no-such")).isInstanceOf(NotFound.class);
        assertThat(SHIPPED.find("sellmeapen/classic-pen@99")).isEmpty();
    }

    @Test
    void aSnapshotMakesTheSameScenarioAgain() {
        for (Scenario scenario : SHIPPED.list(ScenarioFilter.ALL)) {
            Scenario again = SHIPPED.fromSnapshot(scenario.address().toString(), scenario.snapshot());
            assertThat(again.script()).isEqualTo(scenario.script());
            assertThat(again.digest()).isEqualTo(scenario.digest());
        }
    }

    @Test
    void commentsAndLayoutDoNotChangeTheDigest() throws IOException {
        write("classic-pen.yaml", pen());
        write("acme/classic-pen.yaml", "# a remark\n\n" + pen().replace("minutes: 8\n", "minutes:    8   # about\n"));
        Scenarios scenarios = Scenarios.load(folder);
        assertThat(scenarios.get("acme.classic-pen").digest())
                .isEqualTo(scenarios.get("local.classic-pen").digest())
                .isEqualTo(scenarios.get("classic-pen").digest())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aChangedWordChangesTheDigest() throws IOException {
        write("classic-pen.yaml", pen().replace("Sell me this pen\n", "Sell me that pen\n"));
        assertThat(Scenarios.load(folder).get("local.classic-pen").digest())
                .isNotEqualTo(SHIPPED.get("classic-pen").digest());
    }

    @Test
    void aMissingFieldIsNamedWithItsRemedyAndTheRestIsServed() throws IOException {
        write("classic-pen.yaml", pen().replace("goal: Nora orders", "gaol: Nora orders"));
        Scenarios scenarios = Scenarios.load(folder);
        assertThat(scenarios.find("local.classic-pen")).isEmpty();
        assertThat(scenarios.find("classic-pen")).isPresent();
        int line = lineOf(pen(), "goal: Nora orders");
        assertThat(scenarios.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("classic-pen.yaml");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains("`gaol` is not a field");
            assertThat(problem.remedy()).contains("goal");
        });
        assertThat(scenarios.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains("`goal` is missing");
            assertThat(problem.remedy()).contains("what the person should reach");
        });
    }

    @Test
    void aWrongKindOfObjectionIsNamedOnItsLine() throws IOException {
        write("classic-pen.yaml", pen().replace("kind: objection_price", "kind: too_expensive"));
        assertThat(Scenarios.load(folder).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(lineOf(pen(), "kind: objection_price"));
            assertThat(problem.remedy()).contains("objection_price, objection_timing");
        });
    }

    @Test
    void aTabOrAMissingQuoteIsNamedOnItsLine() throws IOException {
        write("classic-pen.yaml", pen().replace("title: Sell me this pen", "title: \"Sell me this pen"));
        assertThat(Scenarios.load(folder).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).contains("not readable as YAML");
        });
    }

    @Test
    void anIdThatDoesNotExistIsNamedWithThoseThatDo() throws IOException {
        write("classic-pen.yaml", pen().replace("met_by: [dries_fast]", "met_by: [dries_slowly]"));
        assertThat(Scenarios.load(folder).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("`dries_slowly`");
            assertThat(problem.remedy()).contains("dries_fast");
            assertThat(problem.line()).isEqualTo(lineOf(pen(), "met_by: [dries_fast]"));
        });
    }

    @Test
    void factsThatWaitForEachOtherAreRefused() throws IOException {
        write(
                "classic-pen.yaml",
                pen().replace(
                                "    earned: { asked: open }\n    gist: \"a pen died",
                                "    earned: { asked: open, after: [cost_of_signing] }\n    gist: \"a pen died"));
        assertThat(Scenarios.load(folder).problems())
                .extracting(ScenarioProblem::message)
                .allMatch(message -> message.contains("never be told"))
                .isNotEmpty();
    }

    @Test
    void theSameFieldTwiceIsRefused() throws IOException {
        write("classic-pen.yaml", pen().replace("version: 1\n", "version: 1\nversion: 2\n"));
        assertThat(Scenarios.load(folder).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).containsIgnoringCase("duplicate");
            assertThat(problem.line()).isEqualTo(5);
        });
    }

    @Test
    void theNameMustBeTheFilesName() throws IOException {
        write("my-pen.yaml", pen());
        assertThat(Scenarios.load(folder).problems())
                .singleElement()
                .extracting(ScenarioProblem::remedy)
                .asString()
                .contains("name: my-pen");
    }

    @Test
    void whatIsNotUtf8OrNotAScenarioIsRefused() throws IOException {
        Files.write(folder.resolve("latin.yaml"), "title: Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        write("empty.yaml", "");
        write("list.yaml", "- one\n- two\n");
        write("number.yaml", "42\n");
        Files.write(folder.resolve("large.yaml"), new byte[2_000_000]);
        write("deep.yaml", "[".repeat(5_000));
        Scenarios scenarios = Scenarios.load(folder);
        assertThat(scenarios.problems())
                .extracting(ScenarioProblem::file)
                .containsExactlyInAnyOrder(
                        "latin.yaml", "empty.yaml", "list.yaml", "number.yaml", "large.yaml", "deep.yaml");
        assertThat(scenarios.find("classic-pen")).isPresent();
    }

    @Test
    void nobodyMayWriteInTheNamespaceOfTheProduct() throws IOException {
        write("sellmeapen/classic-pen.yaml", pen());
        assertThat(Scenarios.load(folder).problems())
                .singleElement()
                .extracting(ScenarioProblem::message)
                .asString()
                .contains("namespace");
    }

    @Test
    void theShelfIsFilteredByEachField() {
        Script pen = SHIPPED.get("classic-pen").script();
        assertThat(listed(new ScenarioFilter(Category.PEN, Level.EASY, pen.industry(), "en", Seat.SELLER, "nora pen")))
                .contains("classic-pen");
        assertThat(listed(new ScenarioFilter(null, null, null, "de", null, null)))
                .isEmpty();
        assertThat(listed(new ScenarioFilter(null, null, null, null, null, "nora submarine")))
                .isEmpty();
        assertThat(listed(new ScenarioFilter(null, null, null, null, Seat.BUYER, null)))
                .doesNotContain("classic-pen");
    }

    @Test
    void aSaleIsNeverLessThanANextStep() {
        assertThat(Win.NEXT_STEP.isReachedBy(Outcome.SALE)).isTrue();
        assertThat(Win.SALE.isReachedBy(Outcome.NEXT_STEP)).isFalse();
        assertThat(Win.NEXT_STEP.isReachedBy(Outcome.UNDECIDED)).isFalse();
    }

    /** The counterpart never says a sentence twice, so a sentence that stands twice is half wasted. */
    @Test
    void noShippedSentenceStandsTwice() {
        JsonMapper json = JsonMapper.builder().build();
        for (Scenario scenario : SHIPPED.list(new ScenarioFilter(null, null, null, null, Seat.SELLER, null))) {
            Set<String> seen = new HashSet<>();
            for (String list : List.of(
                    "lines",
                    "teasers",
                    "answers",
                    "raise",
                    "again",
                    "half",
                    "dissolve",
                    "pleased",
                    "greetings",
                    "sale")) {
                for (JsonNode lines : json.readTree(scenario.snapshot()).findValues(list)) {
                    // The answers of an AI seller are steps whose own `lines` are looked at by that name.
                    lines.forEach(line -> (line.isString() ? sentences(line.asString()) : List.<String>of())
                            .forEach(sentence -> assertThat(seen.add(sentence))
                                    .as("%s says twice: %s", scenario.id(), sentence)
                                    .isTrue()));
                }
            }
        }
    }

    @Test
    void everyShippedSellerScenarioHasABetterLineForEveryCriterion() {
        for (Scenario scenario : SHIPPED.list(new ScenarioFilter(null, null, null, null, Seat.SELLER, null))) {
            assertThat(scenario.script().betterLines()).as(scenario.id()).hasSize(16);
        }
    }

    /** Without the interjections, which a counterpart leaves out the second time. */
    private static List<String> sentences(String line) {
        return Stream.of(line.split("(?<=[.!?]) "))
                .filter(sentence -> sentence.contains(" "))
                .toList();
    }

    private static List<String> listed(ScenarioFilter filter) {
        return SHIPPED.list(filter).stream().map(Scenario::id).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String pen() throws IOException {
        try (var in = Objects.requireNonNull(
                ScenariosTest.class.getResourceAsStream("/content/scenarios/classic-pen.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }
}
