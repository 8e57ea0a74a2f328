package org.sellmeapen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuiltInActAnalyserTests {

    private static final BuiltInActAnalyser ANALYSER = BuiltInActAnalyser.english();

    private static @Nullable Act main(Speaker speaker, String text, @Nullable String context) {
        List<ActReading> readings = ANALYSER.read(speaker, text, context);
        return readings.isEmpty() ? null : readings.getFirst().act();
    }

    @Test
    void readsPlainSentencesOfTheSeller() {
        assertThat(main(Speaker.REP, "Good morning, this is Mara Lindt from Ostwind Logistics.", null))
                .isEqualTo(Act.GREETING);
        assertThat(main(Speaker.REP, "How do you plan the routes for your drivers today?", null))
                .isEqualTo(Act.OPEN_QUESTION);
        assertThat(main(Speaker.REP, "tell me how you plan the routes today", null))
                .isEqualTo(Act.OPEN_QUESTION);
        assertThat(main(Speaker.REP, "I'll send the contract on Tuesday at nine and call you on Thursday.", null))
                .isEqualTo(Act.NEXT_STEP);
        assertThat(main(Speaker.REP, "It's 240 euros a month, billed yearly.", null))
                .isEqualTo(Act.PRICE_TALK);
    }

    @Test
    void readsPlainSentencesOfTheBuyer() {
        assertThat(main(Speaker.BUYER, "That is far too expensive for us.", "It is 900 a month."))
                .isEqualTo(Act.OBJECTION_PRICE);
        assertThat(main(Speaker.BUYER, "what does it cost", null)).isEqualTo(Act.PRICING_QUESTION);
        assertThat(main(Speaker.BUYER, "I'd have to ask my boss, I can't decide that.", "Shall we sign?"))
                .isEqualTo(Act.OBJECTION_AUTHORITY);
        assertThat(main(Speaker.BUYER, "Goodbye, have a nice day.", null)).isEqualTo(Act.GOODBYE);
    }

    @Test
    void saysWhichWordsDecided() {
        ActReading reading = ANALYSER.read(Speaker.BUYER, "That is far too expensive for us.", "It is 900 a month.")
                .getFirst();
        assertThat(reading.because()).isNotEmpty().anyMatch(why -> why.contains("expensive") || why.equals("too_dear"));
    }

    @Test
    void everyActBelongsToTheSpeaker() {
        for (Speaker speaker : Speaker.values()) {
            assertThat(ANALYSER.read(speaker, "Hello, what does it cost and when can we start?", null))
                    .isNotEmpty()
                    .allMatch(reading -> reading.act().speaker() == speaker)
                    .allMatch(reading -> reading.confidence() > 0 && reading.confidence() <= 1);
        }
    }

    @Test
    void readsEveryActOfALongTurn() {
        assertThat(ANALYSER.read(
                        Speaker.REP,
                        "Hello, this is Mara Lindt from Ostwind. How do you plan your routes today? I could come by on Tuesday at nine.",
                        null))
                .extracting(ActReading::act)
                .contains(Act.GREETING, Act.OPEN_QUESTION, Act.NEXT_STEP);
    }

    @Test
    void abstainsInALanguageWithoutAPack() {
        for (String foreign : List.of(
                "Das ist mir viel zu teuer, dafür bekomme ich ja zwei davon.",
                "¿Cuánto cuesta el modelo grande con la instalación?",
                "これはいくらですか",
                "Сколько это стоит в месяц?")) {
            assertThat(ANALYSER.read(Speaker.BUYER, foreign, null)).isEmpty();
        }
    }

    @Test
    void abstainsWhereThereAreNoWords() {
        for (String nothing : List.of("", "   ", "...", "?!", "\uD83D\uDE00\uD83D\uDE00", "\n\n")) {
            assertThat(ANALYSER.read(Speaker.REP, nothing, null)).isEmpty();
        }
    }

    @Test
    void takesAnyInput() {
        String huge = "what does it cost ".repeat(600_000);
        for (String odd : List.of(huge, "x".repeat(1_000_000), "\uD800", "''''", "\u0000\u0001", "1".repeat(100_000))) {
            assertThatCode(() -> ANALYSER.read(Speaker.BUYER, odd, odd)).doesNotThrowAnyException();
        }
    }

    @Test
    void manyThreadsReadTheSame() {
        List<ActReading> alone = ANALYSER.read(Speaker.REP, "Shall I put you down for two boxes?", "They look good.");
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(_ ->
                                ANALYSER.read(Speaker.REP, "Shall I put you down for two boxes?", "They look good."))
                        .toList())
                .allMatch(alone::equals);
    }
}
