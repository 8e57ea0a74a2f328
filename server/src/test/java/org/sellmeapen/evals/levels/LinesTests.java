package org.sellmeapen.evals.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinesTests {

    private static final Set<String> SLOTS = Set.of(
            "me",
            "first",
            "company",
            "trade",
            "product",
            "thing",
            "step",
            "day",
            "time",
            "price",
            "echo",
            "echo2",
            "bit",
            "indirect",
            "fact",
            "fact_low",
            "fact2",
            "fact2_low",
            "fact3",
            "fact3_low",
            "a",
            "b",
            "per",
            "sum");

    private final Sellers sellers = Sellers.in(Sellers.home());

    @Test
    void everyMoveHasAtLeastTwentyFiveWordings() {
        // a robot says the same again and again, that is its style
        sellers.lines().moves().forEach((move, lines) -> {
            assertThat(new HashSet<>(lines)).as(move).hasSameSizeAs(lines);
            if (!move.startsWith("robot")) {
                assertThat(lines).as(move).hasSizeGreaterThanOrEqualTo(25);
            }
        });
    }

    @Test
    void everySlotIsOneThatCanBeFilled() {
        sellers.lines().moves().values().stream()
                .flatMap(List::stream)
                .forEach(line -> assertThat(Pattern.compile("\\{(\\w+)}")
                                .matcher(line)
                                .results()
                                .map(slot -> {
                                    String name = slot.group(1);
                                    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
                                }))
                        .as(line)
                        .allMatch(SLOTS::contains));
    }

    @Test
    void aLineWaitsUntilItsSlotsCanBeFilledAndIsNotSaidTwice() {
        Lines lines = new Lines(Map.of("follow", List.of("{Bit}, how so?", "Why?")));
        Set<String> used = new HashSet<>();
        SplittableRandom dice = new SplittableRandom(1);

        assertThat(lines.draw("follow", Map.of(), used, dice)).contains("Why?");
        assertThat(lines.draw("follow", Map.of("bit", "the notary"), used, dice))
                .contains("The notary, how so?");
        assertThat(new Lines(Map.of("x", List.of("{bit}"))).draw("x", Map.of(), used, dice))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aTipBecomesAQuestionToTheBuyer() {
        assertThat(Briefing.wonders(
                        List.of(
                                "Find out what signing means in her trade before you praise the pen.",
                                "Ask who she asks."),
                        "Nora"))
                .containsExactly("what signing means in your trade", "who you ask");
    }

    @Test
    void aSellerKnowsNothingThatTheBriefingDoesNotShow() {
        for (Scenario scenario : Scenarios.shipped().list(ScenarioFilter.ALL)) {
            if (scenario.script().seat() == Seat.SELLER) {
                String known = Briefing.of(scenario).toString();
                scenario.script()
                        .hiddenFacts()
                        .forEach(fact ->
                                fact.lines().forEach(line -> assertThat(known).doesNotContain(line)));
                scenario.script()
                        .objections()
                        .forEach(objection -> objection
                                .raise()
                                .forEach(line -> assertThat(known).doesNotContain(line)));
            }
        }
    }

    @Test
    void theSameSeedSaysTheSame() {
        Scenario pen = Scenarios.shipped().get("classic-pen");
        for (String name : List.of("weak", "average", "strong", "flatterer", "bully", "robot", "injector", "mumbler")) {
            Seller one = sellers.hire(name, Briefing.of(pen), 7);
            Seller other = sellers.hire(name, Briefing.of(pen), 7);
            for (String heard :
                    List.of("Morning.", "I lost forty pens last week.", "How much is it?", "Too dear.", "")) {
                String said = one.say(heard);
                assertThat(said).isNotBlank().isEqualTo(other.say(heard));
            }
        }
    }
}
