package org.sellmeapen.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteSpanTests {

    private static final String TURN = "Okay. The courtyards. Nobody can get the lorry in before six! So we wait.";

    @Test
    void aWordIsWidenedByWhatFollows() {
        assertThat(QuoteSpan.wide(TURN, "The courtyards."))
                .isEqualTo("The courtyards. Nobody can get the lorry in before six!");
    }

    @Test
    void atTheEndByWhatCameBefore() {
        assertThat(QuoteSpan.wide(TURN, "So we wait."))
                .isEqualTo("Nobody can get the lorry in before six! So we wait.");
    }

    @Test
    void whatIsLongEnoughStaysAndAWholeShortTurnIsAllThereIs() {
        assertThat(QuoteSpan.wide(TURN, "Nobody can get the lorry")).isEqualTo("Nobody can get the lorry");
        assertThat(QuoteSpan.wide("Yes.", "Yes.")).isEqualTo("Yes.");
        assertThat(QuoteSpan.wide("how come", "come")).isEqualTo("how come");
    }

    @Test
    void whatDoesNotStandThereIsLeftToTheCheck() {
        assertThat(QuoteSpan.wide(TURN, "elsewhere")).isEqualTo("elsewhere");
    }
}
