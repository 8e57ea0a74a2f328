package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sellmeapen.roleplay.BuyerGames.PEN;
import static org.sellmeapen.roleplay.BuyerGames.ROLEPLAY;
import static org.sellmeapen.roleplay.BuyerGames.play;
import static org.sellmeapen.roleplay.BuyerGames.texts;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;

/** The same seed and words give the same buyer, and every movement is on record. */
class BuyerRecordTest {

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void theSameSeedAndWordsGiveTheSameConversation(Scenario scenario) {
        for (Level level : Level.values()) {
            assertThat(play(scenario, level, 5, Sellers.Skill.AVERAGE))
                    .isEqualTo(play(scenario, level, 5, Sellers.Skill.AVERAGE));
        }
    }

    @Test
    void anotherSeedGivesOtherWords() {
        assertThat(texts(play(PEN, Level.MEDIUM, 1, Sellers.Skill.STRONG)))
                .isNotEqualTo(texts(play(PEN, Level.MEDIUM, 2, Sellers.Skill.STRONG)));
    }

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void aBuyerWhoIsWrittenDownAfterEachTurnPlaysOnAsIfNothingHadHappened(Scenario scenario) {
        for (Sellers.Skill skill : Sellers.Skill.values()) {
            List<MarkedTurn> whole = play(scenario, Level.HARD, 11, skill);
            Counterpart buyer = ROLEPLAY.resume(
                    scenario, ROLEPLAY.seat(scenario, Level.HARD, 11).memento());
            List<MarkedTurn> pieces = new ArrayList<>(buyer.open());
            for (MarkedTurn turn : whole) {
                if (turn.turn().speaker() == Speaker.REP) {
                    buyer = ROLEPLAY.resume(scenario, buyer.memento());
                    pieces.addAll(buyer.hear(turn.turn().text()));
                }
            }
            assertThat(pieces).isEqualTo(whole);
        }
    }

    @Test
    void aMementoOfAnotherScenarioOrFormIsRefused() {
        String memento = ROLEPLAY.seat(PEN, Level.EASY, 1).memento();
        assertThatThrownBy(() -> ROLEPLAY.resume(PEN, memento.replace(PEN.digest(), "0".repeat(64))))
                .isInstanceOf(MementoNotUnderstood.class);
        assertThatThrownBy(() -> ROLEPLAY.resume(PEN, memento.replace("\"form\":1", "\"form\":99")))
                .isInstanceOf(MementoNotUnderstood.class);
    }

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void everyMovementNamesItsTurnAndARuleThatExplainsItself(Scenario scenario) {
        for (Sellers.Skill skill : Sellers.Skill.values()) {
            for (MarkedTurn turn : play(scenario, Level.MEDIUM, 9, skill)) {
                for (MindMove move : turn.moved()) {
                    assertThat(move.turn()).isEqualTo(turn.turn().i());
                    assertThat(ROLEPLAY.why(move.rule())).as(move.rule()).isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void theStateIsTheSumOfItsMovements(Scenario scenario) {
        List<MarkedTurn> turns = play(scenario, Level.MEDIUM, 9, Sellers.Skill.STRONG);
        int before = turns.getFirst().state().trust();
        for (MarkedTurn turn : turns.subList(1, turns.size())) {
            int moved = turn.moved().stream()
                    .filter(move -> move.what().equals("trust"))
                    .mapToInt(MindMove::by)
                    .sum();
            if (turn.turn().i() > 1) {
                assertThat(turn.state().trust()).isEqualTo(before + moved);
            }
            before = turn.state().trust();
        }
    }

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void turnsAreNumberedWithoutAGapAndTheDecidingSentenceStandsInItsTurn(Scenario scenario) {
        for (long seed = 0; seed < 12; seed++) {
            Counterpart buyer = ROLEPLAY.seat(scenario, Level.EASY, seed);
            Dialogue.Played played =
                    Dialogue.play(buyer, Sellers.of(Sellers.Skill.AVERAGE, scenario.script(), seed), 60);
            for (int k = 0; k < played.turns().size(); k++) {
                assertThat(played.turns().get(k).turn().i()).isEqualTo(k);
            }
            played.ending()
                    .ifPresent(ending -> assertThat(
                                    played.turns().get(ending.decidingTurn()).turn())
                            .satisfies(turn -> {
                                assertThat(turn.speaker()).isEqualTo(Speaker.BUYER);
                                assertThat(turn.text()).contains(ending.decidingSentence());
                            }));
        }
    }

    @Test
    void aGoodConversationWalksThroughThePhases() {
        List<Phase> phases = play(PEN, Level.EASY, 6, Sellers.Skill.STRONG).stream()
                .map(MarkedTurn::phase)
                .distinct()
                .toList();
        assertThat(phases).containsExactly(Phase.GREETING, Phase.DISCOVERY, Phase.POSITIONING, Phase.CLOSING);
    }
}
