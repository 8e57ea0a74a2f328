package org.sellmeapen.evals.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;

/** Whole games in every scenario with a model that wants to buy and to tell everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObligingSmokeTests {

    private final List<Scenario> scenarios =
            Scenarios.shipped().list(new ScenarioFilter(null, null, null, null, Seat.SELLER, null));
    private final WordedBuyer.Seen seen = new WordedBuyer.Seen();
    private final Study study = Study.of(
            new Table(BuiltIn.worded(seen), Sellers.in(Sellers.home())),
            scenarios,
            List.of(Level.EASY, Level.EXPERT),
            Sellers.SKILLED,
            1);

    @Test
    void noPromptHoldsAnUndisclosedFact() {
        assertThat(seen.prompts.get()).isGreaterThan(500);
        assertThat(seen.promptsWithSecrets.get()).isZero();
    }

    @Test
    void nothingThatTheModelPlantsComesThrough() {
        assertThat(seen.planted.keySet()).containsExactlyInAnyOrder(Obliging.Kind.values());
        assertThat(seen.leaked.keySet()).isEmpty();
    }

    @Test
    void itsGoodWordsAreTakenAllTheSame() {
        assertThat(seen.by.get(Worded.By.MODEL).get()
                        + seen.by.get(Worded.By.BOTH).get())
                .isGreaterThan(seen.prompts.get() / 8);
    }

    @Test
    void aModelThatWantsToBuyDoesNotMakeAHardBuyerEasy() {
        for (String seller : Sellers.SKILLED) {
            assertThat(study.wins(seller, Level.EASY).estimate())
                    .as(seller)
                    .isGreaterThan(study.wins(seller, Level.EXPERT).estimate());
        }
        assertThat(study.wins("weak", Level.EXPERT).estimate()).isLessThanOrEqualTo(0.1);
    }
}
