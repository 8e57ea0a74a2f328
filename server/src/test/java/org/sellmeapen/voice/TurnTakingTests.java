package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTakingTests {

    private final HandLoop loop = new HandLoop();
    private final List<String> decided = new ArrayList<>();
    private final TurnTaking turns = taking(TurnRules.of(1_500, 0));

    private TurnTaking taking(TurnRules rules) {
        return new TurnTaking(
                rules,
                new Completeness(TurnPack.of("en")),
                new TurnTaking.Decisions() {
                    @Override
                    public void mayBeOver() {
                        note("may be over");
                    }

                    @Override
                    public void goesOn() {
                        note("goes on");
                    }

                    @Override
                    public void isOver() {
                        note("over");
                    }

                    @Override
                    public void hasGoneOnTooLong() {
                        note("too long");
                    }
                },
                loop);
    }

    private void note(String what) {
        decided.add(what + " " + loop.nowMs());
    }

    private void speaks(long ms) {
        turns.speechStarted();
        loop.pass(ms);
        turns.speechStopped(0);
    }

    @Test
    void aTextThatLooksFinishedIsTakenSoon() {
        speaks(1_000);
        loop.pass(350);
        turns.text("What happened the last time it let you down?");
        loop.pass(2_000);
        assertThat(decided).containsExactly("may be over 1300", "over 1550");
    }

    @Test
    void aTextWithoutAnEndIsTakenLater() {
        speaks(1_000);
        loop.pass(350);
        turns.text("we sell pens that write for five years");
        loop.pass(2_000);
        assertThat(decided).containsExactly("may be over 1300", "over 2000");
    }

    @Test
    void aThinkingPauseIsNotCut() {
        speaks(1_000);
        loop.pass(350);
        turns.text("What I would like to know is, um,");
        loop.pass(1_100);
        assertThat(decided).containsExactly("may be over 1300");
        turns.speechStarted();
        assertThat(decided).last().isEqualTo("goes on 2450");
        loop.pass(10_000);
        assertThat(decided).hasSize(2);
    }

    @Test
    void whoeverThinksLongGetsAsLongAsTheirPatienceSays() {
        TurnTaking patient = taking(TurnRules.of(4_000, 0));
        patient.speechStarted();
        loop.pass(1_000);
        patient.speechStopped(0);
        loop.pass(350);
        patient.text("and the");
        loop.pass(3_600);
        assertThat(decided).containsExactly("may be over 1300");
        loop.pass(100);
        assertThat(decided).last().isEqualTo("over 5000");
    }

    @Test
    void aSlowRecogniserIsWaitedFor() {
        speaks(1_000);
        loop.pass(3_000);
        assertThat(decided).containsExactly("may be over 1300");
        turns.text("Good morning.");
        loop.pass(1);
        assertThat(decided).last().isEqualTo("over 4000");
    }

    @Test
    void theDetectorsOwnDelayCountsAsSilence() {
        turns.speechStarted();
        loop.pass(1_000);
        turns.speechStopped(200); // it ended 200 ms ago
        loop.pass(100);
        turns.text("Good morning.");
        loop.pass(1_000);
        assertThat(decided).containsExactly("may be over 1100", "over 1350");
    }

    @Test
    void theKeyReleasedTakesTheTurnAtOnce() {
        turns.speechStarted();
        loop.pass(500);
        turns.endNow();
        assertThat(decided).containsExactly("may be over 500");
        turns.text("and because the");
        loop.pass(0);
        assertThat(decided).last().isEqualTo("over 500");
    }

    @Test
    void whoGoesOnTooLongIsInterruptedOnce() {
        TurnTaking impatient = taking(TurnRules.of(1_500, 20_000));
        impatient.speechStarted();
        loop.pass(60_000);
        assertThat(decided).containsExactly("too long 20000");
    }

    @Test
    void aStreamedTextIsJudgedAtTheCandidateEnd() {
        turns.speechStarted();
        turns.text("Tell me");
        loop.pass(1_000);
        turns.text("Tell me more.");
        turns.speechStopped(0);
        loop.pass(549);
        assertThat(decided).containsExactly("may be over 1300");
        loop.pass(1);
        assertThat(decided).last().isEqualTo("over 1550");
    }

    @Test
    void nothingHappensTwiceAndNothingInTheWrongState() {
        turns.speechStopped(0);
        turns.endNow();
        turns.text("hello.");
        turns.noText();
        loop.pass(5_000);
        assertThat(decided).isEmpty();
        assertThat(turns.isQuiet()).isTrue();
    }
}
