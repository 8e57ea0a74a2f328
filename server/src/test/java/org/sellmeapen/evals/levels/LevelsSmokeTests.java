package org.sellmeapen.evals.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;

/** A small sample of the evaluation in {@code evals/levels}: gross disorder shows here, fine steps only there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LevelsSmokeTests {

    private final List<Scenario> scenarios =
            Scenarios.shipped().list(new ScenarioFilter(null, null, null, null, Seat.SELLER, null));
    private final Table table = new Table(BuiltIn.buyers(), Sellers.in(Sellers.home()));
    private final Study study = Study.of(table, scenarios, List.of(Level.EASY, Level.EXPERT), Sellers.SKILLED, 1);

    @Test
    void everySkillWinsMoreOnEasyThanOnExpert() {
        for (String seller : Sellers.SKILLED) {
            assertThat(rate(seller, Level.EASY)).as(seller).isGreaterThan(rate(seller, Level.EXPERT));
        }
    }

    @Test
    void aStrongSellerBeatsAWeakOne() {
        assertThat(rate("strong", Level.EASY)).isGreaterThan(rate("weak", Level.EASY));
        // few win on expert at all, and so few games cannot tell them apart
        assertThat(rate("strong", Level.EXPERT)).isGreaterThanOrEqualTo(rate("weak", Level.EXPERT));
    }

    @Test
    void aWeakSellerHardlyEverWinsOnExpert() {
        assertThat(rate("weak", Level.EXPERT)).isLessThanOrEqualTo(0.1);
    }

    @Test
    void noBuyerSaysASentenceTwice() {
        assertThat(study.repeatedSentences()).isEmpty();
    }

    @Test
    void theSameSeedPlaysTheSameGame() {
        for (Scenario scenario : scenarios.subList(0, 4)) {
            PlayedGame one = table.play(scenario, Level.MEDIUM, "strong", 3, true);
            PlayedGame other = table.play(scenario, Level.MEDIUM, "strong", 3, true);

            assertThat(other.transcript()).isEqualTo(one.transcript());
        }
    }

    private double rate(String seller, Level level) {
        return study.wins(seller, level).estimate();
    }
}
