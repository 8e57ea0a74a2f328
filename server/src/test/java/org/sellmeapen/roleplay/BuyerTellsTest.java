package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sellmeapen.roleplay.BuyerGames.GAMES;
import static org.sellmeapen.roleplay.BuyerGames.PEN;
import static org.sellmeapen.roleplay.BuyerGames.ROLEPLAY;
import static org.sellmeapen.roleplay.BuyerGames.disclosed;
import static org.sellmeapen.roleplay.BuyerGames.hears;
import static org.sellmeapen.roleplay.BuyerGames.play;
import static org.sellmeapen.roleplay.BuyerGames.rules;
import static org.sellmeapen.roleplay.BuyerGames.tells;
import static org.sellmeapen.roleplay.BuyerGames.texts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;

/** What is hidden is earned, and what is asked is answered. */
class BuyerTellsTest {

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void nothingHiddenIsSaidToWhoeverNeverAsks(Scenario scenario) {
        List<String> pitch = new ArrayList<>();
        scenario.script().productFacts().forEach(fact -> pitch.add(fact.text()));
        pitch.add("I understand, that's fair.");
        pitch.add("Shall I put you down for it?");
        for (Level level : Level.values()) {
            for (long seed = 0; seed < GAMES / 4 + 1; seed++) {
                List<MarkedTurn> turns = hears(scenario, level, seed, pitch);
                assertThat(disclosed(turns)).isEmpty();
                scenario.script()
                        .hiddenFacts()
                        .forEach(fact -> assertThat(texts(turns)).noneMatch(text -> tells(text, fact)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void aHiddenFactIsSaidOnlyInTheTurnThatEarnedIt(Scenario scenario) {
        for (long seed = 0; seed < 24; seed++) {
            List<MarkedTurn> turns =
                    play(scenario, Level.values()[(int) (seed % 4)], seed, Sellers.Skill.values()[(int) (seed % 3)]);
            Set<String> known = new HashSet<>();
            for (MarkedTurn turn : turns) {
                known.addAll(disclosed(List.of(turn)));
                if (turn.turn().speaker() == Speaker.BUYER) {
                    for (HiddenFact fact : scenario.script().hiddenFacts()) {
                        if (tells(turn.turn().text(), fact)) {
                            assertThat(known).contains(fact.id());
                        }
                    }
                }
            }
        }
    }

    @Test
    void theSurfaceComesFirstAndTheCostOnlyWhenAskedFurther() {
        Counterpart buyer = ROLEPLAY.seat(PEN, Level.MEDIUM, 4);
        buyer.open();
        assertThat(disclosed(buyer.hear("What did the spoiled page cost you?"))).doesNotContain("cost_of_signing");
        assertThat(disclosed(buyer.hear("Tell me about the last time a pen let you down.")))
                .containsExactly("lost_signing");
        assertThat(disclosed(buyer.hear("What came of that, what did it cost?")))
                .containsExactly("cost_of_signing");
    }

    @Test
    void aClosedQuestionDoesNotOpenWhatAsksForAnOpenOne() {
        Counterpart buyer = ROLEPLAY.seat(PEN, Level.EXPERT, 4);
        buyer.open();
        assertThat(disclosed(buyer.hear("Did a pen ever let you down?"))).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredFromItsSubject() {
        assertThat(answer("What budget do you have for this?"))
                .containsAnyOf("budget", "anything above nothing", "cent");
        assertThat(answer("Who is involved in a decision like this?"))
                .containsAnyOf("desk", "Tom", "five hundred", "between two viewings", "two names", "depends");
        assertThat(answer("How many contracts do you sign a month?")).containsAnyOf("Twelve", "six or seven", "cupful");
        assertThat(answer("Which other suppliers have you looked at?"))
                .containsAnyOf("print shop", "catalogue", "stairs");
    }

    @Test
    void whoAsksAgainHearsThatItWasAnswered() {
        List<MarkedTurn> turns = hears(
                PEN,
                Level.EASY,
                2,
                List.of(
                        "How soon would you need something?",
                        "By when do you need it?",
                        "Is there a deadline?",
                        "So when would it start for you?",
                        "Which quarter is that for?",
                        "And what about the deadline, then?",
                        "Is it urgent, or what is the deadline?"));
        assertThat(texts(turns)).anyMatch(text -> text.contains("spring is when we sign most"));
        assertThat(rules(turns)).contains("asked-again");
    }

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void aHintNeverGivesAHiddenFactAway(Scenario scenario) {
        Counterpart buyer = ROLEPLAY.seat(scenario, Level.MEDIUM, 3);
        buyer.open();
        Dialogue.Speech seller = Sellers.of(Sellers.Skill.AVERAGE, scenario.script(), 3);
        List<MarkedTurn> turns = new ArrayList<>();
        for (int k = 0; k < 15 && buyer.ending().isEmpty(); k++) {
            assertThat(buyer.hint()).isNotBlank();
            scenario.script()
                    .hiddenFacts()
                    .forEach(fact -> assertThat(tells(buyer.hint(), fact)).isFalse());
            Optional<String> said = seller.next(turns);
            if (said.isEmpty()) {
                break;
            }
            turns.addAll(buyer.hear(said.get()));
        }
    }

    private static String answer(String question) {
        Counterpart buyer = ROLEPLAY.seat(PEN, Level.MEDIUM, 8);
        buyer.open();
        return buyer.hear(question).getLast().turn().text();
    }
}
