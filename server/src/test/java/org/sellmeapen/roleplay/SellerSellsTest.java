package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.scenarios.Level;

/** How an AI seller sells: in order, from what was said, without repeating itself, by every kind of close. */
class SellerSellsTest {

    @Test
    void aBenefitQuotesTheNeedItAnswers() {
        Talk talk = Talk.coffee(31).say("Yes.", "There's a terrible queue every morning.", "Ten minutes.");
        talk.until("benefit_to_need");
        assertThat(talk.text()).contains("\"there's a terrible queue every morning\"");
    }

    @Test
    void nobodyIsToldThatTheySaidWhatTheyDidNotSay() {
        for (long seed = 0; seed < 8; seed++) {
            Talk talk = new Talk(Talk.COFFEE, Level.EXPERT, seed);
            for (int k = 0; k < 25; k++) {
                talk.say("I see.");
            }
            assertThat(talk.texts()).noneMatch(text -> text.contains("{") || text.contains("You said \""));
        }
    }

    @Test
    void questionsComeBeforeGainsAndGainsBeforeTheAsking() {
        List<String> order = new Talk(Talk.COFFEE, Level.HARD, 32)
                        .say(
                                "Yes.",
                                "A queue at nine.",
                                "Ten minutes.",
                                "It breaks every month.",
                                "We walk to the café.")
                        .until("trial_close")
                        .turns
                        .stream()
                        .map(MarkedTurn::technique)
                        .filter(Objects::nonNull)
                        .toList();
        assertThat(order.indexOf("open_discovery")).isLessThan(order.indexOf("benefit_to_need"));
        assertThat(order.lastIndexOf("open_discovery")).isLessThan(order.indexOf("benefit_to_need"));
        assertThat(order.indexOf("benefit_to_need")).isLessThan(order.indexOf("price_with_value"));
    }

    static Stream<String> scenarios() {
        return Stream.of(Talk.COFFEE, Talk.CAR);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void fiveKindsOfCloseReallyOccur(String scenario) {
        Set<String> closes = new HashSet<>();
        List<List<String>> people = List.of(
                List.of("I see."),
                List.of("I like that.", "Okay."),
                List.of("Hm, I'm not sure.", "Yes."),
                List.of("Yes.", "The boss decides.", "I see."),
                List.of("The queue and the dog.", "Yes."),
                List.of("That's too expensive.", "I see."));
        for (Level level : Level.values()) {
            for (long seed = 0; seed < 6; seed++) {
                List<String> lines = people.get((int) (seed % people.size()));
                Talk talk = new Talk(scenario, level, seed);
                for (int k = 0; k < 40; k++) {
                    talk.say(lines.get(k % lines.size()));
                }
                closes.addAll(talk.techniques());
            }
        }
        assertThat(closes)
                .contains(
                        "summary_close",
                        "alternative_close",
                        "trial_offer_close",
                        "assumptive_close",
                        "direct_close",
                        "next_step_close");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void allOfItsProofsPricesAndTestsAreUsedSomeTime(String scenario) {
        Set<String> used = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            Talk talk = new Talk(scenario, Level.EXPERT, seed);
            talk.say("Yes.", "How much is it?");
            for (int k = 0; k < 12; k++) {
                talk.say(k % 2 == 0 ? "That's too expensive." : "I don't believe you.");
            }
            for (int k = 0; k < 15; k++) {
                talk.say("I see.");
            }
            talk.turns.stream()
                    .filter(turn -> turn.turn().speaker() == Speaker.REP)
                    .forEach(turn -> used.addAll(turn.acts().getFirst().because()));
        }
        var pitch = Objects.requireNonNull(Talk.SCENARIOS.get(scenario).script().pitch());
        pitch.proofs().forEach(step -> assertThat(used).contains("proofs/" + step.id()));
        pitch.price().forEach(step -> assertThat(used).contains("price/" + step.id()));
        pitch.trialCloses().forEach(step -> assertThat(used).contains("trial_closes/" + step.id()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void noSentenceIsSaidTwiceWhateverIsSaid(String scenario) {
        List<String> lines = List.of(
                "Yes.",
                "No.",
                "How much is it?",
                "That's too expensive.",
                "I don't know.",
                "The machine breaks and the dog barks.",
                "Not today.",
                "What do you mean?",
                "asdf",
                "Maybe.",
                "When could you deliver?",
                "The moon is made of cheese.",
                "Send me the specs.",
                "Only if you include training.");
        for (long seed = 0; seed < 10; seed++) {
            Talk talk = new Talk(scenario, Level.values()[(int) (seed % 4)], seed);
            for (int k = 0; k < 40; k++) {
                talk.say(lines.get((int) (Chance.of(seed, "line/" + k) * lines.size())));
            }
            Set<String> said = new HashSet<>();
            talk.turns.stream()
                    .filter(turn -> turn.turn().speaker() == Speaker.REP)
                    .flatMap(turn -> Words.sentences(turn.turn().text()).stream())
                    .forEach(sentence ->
                            assertThat(said.add(sentence)).as(sentence).isTrue());
        }
    }

    @Test
    void theExampleOfTheCarEndsAsItIsWritten() {
        Talk talk =
                Talk.car(33).say("Good morning.", "On paper, please, with the wheels left out. Then we have a deal.");
        assertThat(talk.outcome()).isEqualTo(Outcome.SALE);
    }
}
