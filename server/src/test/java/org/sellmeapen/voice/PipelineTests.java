package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.kernel.NotFound;

class PipelineTests extends CallTest {

    @Test
    void whatIsSaidIsHeardAnsweredAndSpokenClauseByClause() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        assertThat(mind.asked).containsExactly(new UUID(0, 1) + ":0|What do you sell?");
        assertThat(captions()).containsExactly("I see.", "What would it cost me, all in all?");
        assertThat(wire.kinds()).startsWith("Ready Turn Turn Clause");
        pass(5_000);
        assertThat(wire.audioMs).isEqualTo(("I see." + "What would it cost me, all in all?").length() * 50);
        assertThat(wire.all(ServerMessage.Said.class)).containsExactly(new ServerMessage.Said(1, wire.audioMs));
    }

    @Test
    void anAnswerThatIsStillBeingWordedIsSpokenClauseByClauseAsItComes() {
        mind.unfolding.addAll(List.of("Well now.", "Let me think.", "What is it to cost?"));
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        assertThat(wire.kinds()).startsWith("Ready Turn Turn Clause");
        pass(5_000);
        assertThat(captions()).containsExactly("Well now.", "Let me think.", "What is it to cost?");
        assertThat(wire.all(ServerMessage.Said.class)).containsExactly(new ServerMessage.Said(1, wire.audioMs));
        assertThat(wire.all(ServerMessage.Turn.class))
                .last()
                .satisfies(turn ->
                        assertThat(turn.turn().text()).isEqualTo("Well now. Let me think. What is it to cost?"));
        assertThat(mind.record.get(1).text()).isEqualTo("Well now. Let me think. What is it to cost?");
    }

    @Test
    void theAnswerIsThoughtOverInTheSilenceAndSpokenAtOnceWhenItIsSure() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(320);
        assertThat(mind.considered).containsExactly("What do you sell?");
        assertThat(mind.asked).isEmpty();
        assertThat(mouth.spoken).containsExactly("I see.");
        pass(300);
        assertThat(mouth.spoken).containsExactly("I see.", "What would it cost me, all in all?");
        assertThat(stages).first().satisfies(s -> {
            assertThat(s.waitedMs()).isBetween(540L, 580L);
            assertThat(s.textMs()).isLessThan(s.waitedMs());
            assertThat(s.firstAudioMs()).isEqualTo(s.firstWordMs());
        });
    }

    @Test
    void whatWasThoughtOverIsForgottenWhenTheyGoOn() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(400);
        started();
        pass(500);
        assertThat(mind.asked).isEmpty();
        assertThat(mind.record).isEmpty();
        ear.texts.set(0, "What do you sell? And to whom?");
        stopped();
        pass(600);
        assertThat(mind.asked).hasSize(1).first().asString().endsWith("And to whom?");
    }

    @Test
    void whoTakesTheWordIsGivenItAndTheRecordKeepsWhatWasHeard() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        desk.message(new ClientMessage.Playing(1, 0, desk.clockMs()));
        pass(800); // "I see." is 300 ms, so half a second of the rest
        started();
        pass(600);
        desk.message(new ClientMessage.Interrupted(1, 1_400, desk.clockMs()));
        assertThat(mind.record.get(1).text()).isEqualTo("I see. What would it cost—");
        assertThat(wire.all(ServerMessage.Cut.class)).hasSize(1);
        int sent = wire.audioMs;
        pass(3_000);
        assertThat(wire.audioMs).isEqualTo(sent);
    }

    @Test
    void aNodWhileTheyListenTakesNobodysWord() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        desk.message(new ClientMessage.Playing(1, 0, desk.clockMs()));
        speaks(300, "Mm-hm.");
        pass(1_500);
        assertThat(mind.asked).hasSize(1);
        assertThat(wire.all(ServerMessage.Stop.class)).isEmpty();
        assertThat(mind.record.get(1).text()).endsWith("all in all?");
    }

    @Test
    void aShortWordThatIsNoNodStopsThem() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        desk.message(new ClientMessage.Playing(1, 0, desk.clockMs()));
        speaks(300, "Wait.");
        pass(600);
        assertThat(wire.all(ServerMessage.Stop.class)).isNotEmpty();
        pass(600);
        assertThat(mind.asked).hasSize(2);
        assertThat(mind.record.get(1).text()).endsWith("—");
    }

    @Test
    void typingGoesMidCallAndTakesTheWord() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        desk.message(new ClientMessage.Playing(1, 0, desk.clockMs()));
        pass(500);
        UUID key = new UUID(9, 9);
        desk.message(new ClientMessage.Typed(key, "Let me rather write."));
        assertThat(mind.asked).last().isEqualTo("typed:" + key + "|Let me rather write.");
        assertThat(mind.record.get(1).text()).endsWith("—");
    }

    @Test
    void theKeyHeldIsATurnAndItsReleaseTheEndOfIt() {
        opens();
        ear.texts.add("and because of the");
        desk.message(new ClientMessage.Talk(ClientMessage.Key.PRESSED, desk.clockMs()));
        pass(4_000);
        assertThat(mind.asked).isEmpty();
        desk.message(new ClientMessage.Talk(ClientMessage.Key.RELEASED, desk.clockMs()));
        pass(20);
        assertThat(mind.asked).hasSize(1);
    }

    @Test
    void anEarThatFailsTwiceGivesWayToTheNextAndThenToTyping() {
        HandEar second = new HandEar();
        second.failure = SpeechFailed.lasting("hand", "key-refused");
        ears.add(second);
        ear.failure = SpeechFailed.passing("hand", "unreachable");
        opens();
        speaks(500, "one");
        pass(400);
        assertThat(wire.all(ServerMessage.Trouble.class)).hasSize(1);
        speaks(500, "two");
        pass(400);
        assertThat(wire.all(ServerMessage.SteppedDown.class))
                .containsExactly(new ServerMessage.SteppedDown(ServerMessage.Down.NEXT_PROVIDER, "unreachable"));
        speaks(500, "three");
        pass(400);
        assertThat(wire.all(ServerMessage.SteppedDown.class))
                .last()
                .isEqualTo(new ServerMessage.SteppedDown(ServerMessage.Down.TEXT, "key-refused"));
        desk.message(new ClientMessage.Typed(new UUID(1, 1), "I can still type."));
        assertThat(mind.asked).hasSize(1);
    }

    @Test
    void aVoiceThatFailsLeavesTheWords() {
        mouth.failure = SpeechFailed.lasting("letters", "not-installed");
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        assertThat(captions()).containsExactly("I see.", "What would it cost me, all in all?");
        assertThat(wire.all(ServerMessage.SteppedDown.class))
                .containsExactly(new ServerMessage.SteppedDown(ServerMessage.Down.TEXT, "not-installed"));
        assertThat(wire.audioMs).isZero();
        assertThat(wire.all(ServerMessage.Said.class)).hasSize(1);
    }

    @Test
    void aRoomThatIsTakenForAPersonLeadsToTheKey() {
        opens();
        for (int k = 0; k < 5; k++) {
            speaks(400, "");
            pass(1_800);
        }
        assertThat(mind.asked).isEmpty();
        assertThat(wire.all(ServerMessage.SteppedDown.class))
                .containsExactly(new ServerMessage.SteppedDown(ServerMessage.Down.PUSH_TO_TALK, "noise"));
    }

    @Test
    void theFirstWordsOfACounterpartThatBeginsAreSpoken() {
        mind.opening = "Yes, hello?";
        opens();
        pass(400);
        assertThat(captions()).containsExactly("Yes, hello?");
        assertThat(wire.kinds()).startsWith("Ready Turn Clause");
    }

    @Test
    void afterADropAtMostTheTurnThatWasNotHeardToItsEndIsSaidAgain() {
        mind.opening = "Yes, hello?";
        opens();
        pass(400);
        desk.closed();
        wire.messages.clear();
        opens(new ClientMessage.Hello(-1, null, null, true));
        pass(400);
        assertThat(captions()).containsExactly("Yes, hello?");
        wire.messages.clear();
        opens(new ClientMessage.Hello(0, null, null, true));
        pass(400);
        assertThat(captions()).isEmpty();
        assertThat(mind.record).hasSize(1);
    }

    @Test
    void whoGoesOnAfterAllIsNotTalkedOver() {
        opens();
        ear.heldBack = 0;
        speaks(1_000, "What do you sell?");
        pass(540);
        started();
        pass(100);
        assertThat(wire.audioMs).isZero();
    }

    @Test
    void anImpatientExpertTakesTheWordFromWhoDoesNotStop() {
        interruptsAfterMs = 20_000;
        opens();
        ear.texts.add("and then we have this feature and that feature");
        started();
        pass(20_100);
        assertThat(mind.asked).hasSize(1).first().asString().endsWith("|cut off");
        assertThat(wire.all(ServerMessage.Turn.class).get(1).interrupts()).isTrue();
        assertThat(wire.audioMs).isPositive();
    }

    @Test
    void aPageLessClientIsDuckedAndStoppedByTheServersOwnEar() {
        activity = "server";
        var speaking = new boolean[2];
        detector = rate -> (samples, length, started, stopped) -> {
            if (speaking[0] && !speaking[1]) {
                speaking[1] = true;
                started.accept(0);
            } else if (!speaking[0] && speaking[1]) {
                speaking[1] = false;
                stopped.accept(0);
            }
        };
        opens();
        ear.texts.add("What do you sell?");
        speaking[0] = true;
        pass(1_000);
        speaking[0] = false;
        pass(600);
        assertThat(mind.asked).hasSize(1);
        ear.texts.add("No, wait a moment.");
        speaking[0] = true;
        pass(280);
        assertThat(wire.all(ServerMessage.Duck.class)).hasSize(1);
        pass(360);
        assertThat(wire.all(ServerMessage.Stop.class)).isNotEmpty();
        pass(400);
        assertThat(wire.all(ServerMessage.Cut.class)).hasSize(1);
    }

    @Test
    void aRefusalEndsTheCallWithItsReason() {
        mind.refuses = new NotFound("session");
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        assertThat(wire.closed).isEqualTo(CloseCode.OVER);
        assertThat(wire.all(ServerMessage.Trouble.class)).hasSize(1);
    }

    @Test
    void theRecordIsToldWhetherTheEarWritesHesitationsDown() {
        ear.verbatim = true;
        opens();
        speaks(1_000, "Um, what do you sell?");
        pass(600);
        assertThat(mind.verbatim).containsExactly(true);
    }

    @Test
    void theRecordIsToldHowSureTheEarWas() {
        ear.words.addAll(List.of(
                new RecognisedWord("Um,", 0, 200, 0.5),
                new RecognisedWord("what", 200, 400, null),
                new RecognisedWord("now?", 400, 900, 0.9)));
        opens();
        speaks(1_000, "Um, what now?");
        pass(600);
        assertThat(mind.sureness)
                .singleElement()
                .satisfies(sure -> assertThat(sure).isCloseTo(0.7, within(0.001)));
    }

    @Test
    void theBrowsersOwnRecogniserDoesAsWell() {
        ears.clear();
        opens(new ClientMessage.Hello(null, null, ClientMessage.EarChoice.BROWSER, true));
        started();
        pass(500);
        desk.message(new ClientMessage.HeardText("what do you", false));
        pass(500);
        stopped();
        pass(200);
        desk.message(new ClientMessage.HeardText("what do you sell?", true));
        pass(600);
        assertThat(mind.asked).hasSize(1).first().asString().endsWith("|what do you sell?");
        assertThat(mind.verbatim).containsExactly(false);
        assertThat(mind.sureness).containsOnlyNulls();
        assertThat(wire.all(ServerMessage.Partial.class)).hasSize(2);
    }

    @Test
    void aSlowReaderIsNotFloodedAndHearsAllOfItLater() {
        opens();
        wire.takes = false;
        speaks(1_000, "What do you sell?");
        pass(3_000);
        assertThat(wire.audioMs).isZero();
        wire.takes = true;
        pass(6_000);
        assertThat(wire.audioMs).isEqualTo(("I see." + "What would it cost me, all in all?").length() * 50);
    }

    @Test
    void onlySoMuchIsSentAheadOfWhatSounds() {
        opens();
        mind.lines.set(0, "This goes on for a while, since it is a long sentence without an end in sight, you see.");
        speaks(1_000, "What do you sell?");
        pass(600);
        assertThat(wire.audioMs).isBetween(1_000, 1_400);
    }

    @Test
    void nothingOfACallStaysBehind() {
        opens();
        speaks(1_000, "What do you sell?");
        pass(600);
        desk.closed();
        int sent = wire.audioMs;
        List<ServerMessage> told = List.copyOf(wire.messages);
        pass(5_000);
        assertThat(ear.closed).isTrue();
        assertThat(wire.audioMs).isEqualTo(sent);
        assertThat(wire.messages).isEqualTo(told);
    }
}
