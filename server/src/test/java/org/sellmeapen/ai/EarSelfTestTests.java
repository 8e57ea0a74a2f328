package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.ai.EarSelfTest.Verdict;
import org.sellmeapen.ai.scripted.EarScript;
import org.sellmeapen.ai.scripted.ScriptedSpeechToText;

class EarSelfTestTests {

    private static final String SAID =
            "Good morning. I run a small workshop by the river, and my people sign their names all day long.";

    /** A clock that goes on by so much each time it is looked at. */
    private static Clock goingOnBy(int ms) {
        int[] looks = {0};
        InstantSource source = () -> Instant.ofEpochMilli((long) ms * looks[0]++);
        return source.withZone(ZoneOffset.UTC);
    }

    private static EarSelfTest.Report run(String heard, int tookMs) throws InterruptedException {
        SpeechToText ear = new ScriptedSpeechToText(
                new EarScript(false, java.util.List.of(EarScript.Line.says(heard, 0))), new TurnedTime());
        return EarSelfTest.bundled(goingOnBy(tookMs)).run(ear);
    }

    @Test
    void theClipIsFiveSecondsOfASentenceOfOurs() throws Exception {
        EarSelfTest.Report report = run(SAID, 1_000);
        assertThat(report.wordErrorRate()).isZero();
        assertThat(1 / report.realTimeFactor()).isBetween(4.5, 6.5); // seconds of clip, as it took one
        assertThat(report.sentence()).contains("synthetic");
    }

    @ParameterizedTest
    @CsvSource({
        "good morning i run a small workshop by the river and my people sign their names all day long, 500, GOOD",
        "good morning i run a small workshop by the river and my people sign the names all day, 500, GOOD",
        "good morning i run a small workshop by the river and my people sign their names all day long, 5000, FAIR",
        "good morning i run a shop by the river and people sign names all day, 500, FAIR",
        "could warning i ran, 500, POOR",
        "'', 500, POOR"
    })
    void theVerdictIsPlain(String heard, int tookMs, Verdict verdict) throws Exception {
        assertThat(run(heard, tookMs).verdict()).isEqualTo(verdict);
    }

    @Test
    void anEarThatFailsIsSaidToHaveFailed() throws Exception {
        SpeechToText ear = new ScriptedSpeechToText(
                new EarScript(false, java.util.List.of(EarScript.Line.fails("key-refused", false))), new TurnedTime());
        EarSelfTest.Report report = EarSelfTest.bundled(goingOnBy(1)).run(ear);
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.code()).isEqualTo("key-refused");
        assertThat(report.wordErrorRate()).isNull();
    }

    @Test
    void withoutAnEarNothingIsRun() throws Exception {
        EarSelfTest.Report report = Hearing.withNone(goingOnBy(1)).selfTest();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(report.code()).isEqualTo("no-ear");
    }

    @ParameterizedTest
    @CsvSource({
        "a b c d, a b c d, 0",
        "a b c d, a x c d, 0.25",
        "a b c d, a b c, 0.25",
        "a b c d, a b c d e, 0.25",
        "'It''s fine, really.', its FINE really, 0",
        "a b, '', 1",
        "a, b c, 2"
    })
    void errorsAreEditsByTheWordsThatWereSaid(String said, String heard, double rate) {
        assertThat(EarSelfTest.wordErrorRate(said, heard)).isCloseTo(rate, within(1e-9));
    }
}
