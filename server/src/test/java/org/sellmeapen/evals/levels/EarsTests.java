package org.sellmeapen.evals.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EarsTests {

    private final Ears ears = Sellers.in(Sellers.home()).ears();

    @Test
    void aPriceQuestionIsHeard() {
        assertThat(ears.listen("And how much is it, all in?", false, "euros").has(Sense.PRICE_QUESTION))
                .isTrue();
        assertThat(ears.listen("We sold how it was.", false, "euros").has(Sense.PRICE_QUESTION))
                .isFalse();
    }

    @Test
    void anObstacleIsHeardAndNamed() {
        assertThat(ears.listen("That's far too dear for us.", false, "euros").obstacle())
                .contains(Sense.MONEY);
        assertThat(ears.listen("I’d have to ask my boss, it isn’t up to me.", false, "euros")
                        .obstacle())
                .contains(Sense.AUTHORITY);
        assertThat(ears.listen("We had nine calls on Monday.", false, "euros").obstacle())
                .isEmpty();
    }

    @Test
    void anAnswerToAQuestionIsNoObstacleWithoutANay() {
        assertThat(ears.listen("My boss and I, on Mondays. Budget is set in May.", true, "euros")
                        .objects())
                .isFalse();
        assertThat(ears.listen("My boss and I, but there isn't a budget.", true, "euros")
                        .objects())
                .isTrue();
    }

    @Test
    void partsOfWordsAreNotHeard() {
        assertThat(ears.listen("The deanery is lovely.", false, "euros").senses())
                .doesNotContain(Sense.MONEY);
        assertThat(ears.listen("He promised and complained.", false, "euros").senses())
                .contains(Sense.TRUST, Sense.PAIN);
    }

    @Test
    void silenceIsHeardAsNothing() {
        Heard nothing = ears.listen("", true, "euros");

        assertThat(nothing.senses()).isEmpty();
        assertThat(nothing.echoes()).isEmpty();
        assertThat(nothing.asks()).isFalse();
    }

    @Test
    void aClauseIsSaidBackInTheSecondPerson() {
        assertThat(Echo.clauses("Well, I lost a signing in March. You know how it is, and what did you do?"))
                .isEqualTo(List.of("you lost a signing in March"));
        assertThat(Echo.clauses("My agents do too. There was one in March.")).isEmpty();
        assertThat(Echo.turned("I was late and my notary left us")).isEqualTo("you were late and your notary left you");
    }

    @Test
    void nounsCanBeNamedAgain() {
        assertThat(Echo.bits("The notary closes at five, and our second van was late."))
                .isEqualTo(List.of("the notary", "your second van"));
        assertThat(Echo.bits("It was round the table, in the middle of my client's signature."))
                .isEqualTo(List.of("the table", "your client's signature"));
        assertThat(Echo.bits("The pretty faults are the worst.")).isEqualTo(List.of("the pretty faults"));
        assertThat(Echo.bits("That's the thing, in a way.")).isEmpty();
    }

    @Test
    void numbersAreHeardWithWhatTheyCount() {
        assertThat(Quantity.in(
                        "About forty pallets a week, and each is 350 euros. Since 2019, at half past ten.", "euros"))
                .containsExactly(
                        new Quantity(40, "forty pallets", null, "week"), new Quantity(350, "350 euros", "euros", null));
        assertThat(Quantity.in("The notary took 240 for it, and I paid the room, 170, so 410, for nothing.", "pounds"))
                .extracting(Quantity::said)
                .containsExactly("240 pounds", "170 pounds", "410 pounds");
        assertThat(Quantity.in("€1,200 or two hundred and fifty pounds", "euros"))
                .extracting(Quantity::value)
                .containsExactly(1200.0, 250.0);
    }

    @Test
    void sumsAreDoneWithTheBuyersNumbers() {
        Quantity pallets = new Quantity(40, "forty pallets", null, "week");

        assertThat(Quantity.product(pallets, new Quantity(350, "350 euros", "euros", null)))
                .contains("14,000 euros a week");
        assertThat(Quantity.product(
                        new Quantity(9, "nine agents", null, null), new Quantity(500, "500 euros", "euros", null)))
                .isEmpty();
        assertThat(pallets.overAYear()).contains("about 1,920 pallets");
    }
}
