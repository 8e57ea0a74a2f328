package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sellmeapen.roleplay.BuyerGames.PEN;
import static org.sellmeapen.roleplay.BuyerGames.ROLEPLAY;
import static org.sellmeapen.roleplay.BuyerGames.play;
import static org.sellmeapen.roleplay.BuyerGames.rules;
import static org.sellmeapen.roleplay.BuyerGames.whats;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Objection;
import org.sellmeapen.scenarios.Scenario;

/** Objections dissolve when they are taken in and answered, and return when they are not. */
class BuyerObjectsTest {

    @Test
    void anObjectionThatIsTakenInAndAnsweredDissolves() {
        Counterpart buyer = untilRaised("too_dear", "It is 36 euros a pen.");
        List<MarkedTurn> turns = buyer.hear(
                "I can see that it's a lot. Per year it works out at 3.60, it has a guarantee of ten years.");
        assertThat(whats(turns)).contains("resolved:too_dear");
        assertThat(turns.getLast().acts().getFirst().act()).isEqualTo(Act.AGREEMENT);
    }

    @Test
    void anObjectionThatIsBrushedOffReturnsAndCosts() {
        Counterpart buyer = untilRaised("too_dear", "It is 36 euros a pen.");
        List<MarkedTurn> turns = buyer.hear("It is the best there is.");
        assertThat(whats(turns)).contains("returned:too_dear");
        assertThat(turns.getFirst().moved()).anyMatch(move -> move.rule().equals("brush-off") && move.by() < 0);
        assertThat(turns.getLast().acts().getFirst().act()).isEqualTo(Act.OBJECTION_PRICE);
    }

    @Test
    void understandingAloneDissolvesNothing() {
        Counterpart buyer = untilRaised("too_dear", "It is 36 euros a pen.");
        List<MarkedTurn> turns = buyer.hear("I understand, that's a fair point.");
        assertThat(whats(turns)).doesNotContain("resolved:too_dear");
        assertThat(rules(turns)).contains("took-it-in");
    }

    @ParameterizedTest
    @MethodSource("org.sellmeapen.roleplay.BuyerGames#sold")
    void everyObjectionOccurs(Scenario scenario) {
        Set<String> raised = new HashSet<>();
        int all = scenario.script().objections().size();
        for (long seed = 0; seed < 60 && raised.size() < all; seed++) {
            whats(play(scenario, Level.EXPERT, seed, Sellers.Skill.STRONG)).stream()
                    .filter(what -> what.startsWith("raised:"))
                    .forEach(what -> raised.add(what.substring("raised:".length())));
        }
        assertThat(raised)
                .containsAll(scenario.script().objections().stream()
                        .map(Objection::id)
                        .toList());
    }

    private static Counterpart untilRaised(String objection, String line) {
        for (long seed = 0; seed < 200; seed++) {
            Counterpart buyer = ROLEPLAY.seat(PEN, Level.HARD, seed);
            buyer.open();
            buyer.hear("Good morning.");
            if (whats(buyer.hear(line)).contains("raised:" + objection)) {
                return buyer;
            }
        }
        throw new AssertionError(objection + " never came up");
    }
}
