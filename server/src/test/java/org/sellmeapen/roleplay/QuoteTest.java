package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.scenarios.Script;

class QuoteTest {

    private static final ScriptIndex COFFEE = index("buyer-office-coffee");
    private static final ScriptIndex CAR = index("buyer-car-showroom");

    @Test
    void aClauseIsQuotedWithoutWhatLedToIt() {
        assertThat(Quote.of("Well, at nine there is a queue to the door, forty of us.", "benefits/no_queue", COFFEE))
                .isEqualTo("at nine there is a queue to the door");
        assertThat(Quote.of(
                        "In March it stood still for nine working days because the repair firm came when it pleased.",
                        "benefits/next_day",
                        COFFEE))
                .isEqualTo("In March it stood still for nine working days");
    }

    @Test
    void aListIsNotTornApartAndAFigureNeither() {
        assertThat(Quote.of("The dog and the pushchair don't fit together.", "benefits/boot", CAR))
                .isEqualTo("The dog and the pushchair don't fit together");
        assertThat(Quote.of("I was offered 6,000 for the Pelto elsewhere", "discovery/present_car", CAR))
                .contains("6,000 for the Pelto");
    }

    @Test
    void aLongSentenceIsCutToTheWordsThatMatter() {
        String quote = Quote.of(
                "everybody on our whole floor including the people from the third one wants a cappuccino at nine sharp",
                "benefits/tastes",
                COFFEE);
        assertThat(quote).contains("cappuccino");
        assertThat(Words.of(quote).count()).isLessThanOrEqualTo(9);
    }

    private static ScriptIndex index(String scenario) {
        Script script = Scenarios.shipped().get(scenario).script();
        return new ScriptIndex(script, LanguagePack.shipped("en"));
    }
}
