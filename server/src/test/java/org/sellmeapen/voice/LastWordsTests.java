package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;

/** The line is gone in the middle of a turn: what was said is of the record all the same, and the answer is heard later. */
class LastWordsTests extends CallTest {

    private static final String WORDS = "What do you write with today?";

    @BeforeEach
    void someOneIsThere() {
        opens();
        pass(1_000);
    }

    private List<String> said() {
        return mind.asked.stream()
                .map(asked -> asked.substring(asked.indexOf('|') + 1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 320, 500, 1_200})
    void whatWasSaidBeforeItIsOnRecordOnceHoweverSoonAfterIt(int ms) {
        speaks(1_500, WORDS);
        pass(ms);
        desk.closed();
        loop.pass(20_000);
        assertThat(said()).containsExactly(WORDS);
        assertThat(ear.closed).isTrue();
    }

    @Test
    void soIsAHalfSentence() {
        ear.texts.add("What do you write");
        started();
        pass(1_500);
        desk.closed();
        assertThat(said()).containsExactly("What do you write");
        assertThat(ear.closed).isTrue();
    }

    @Test
    void anEarThatStillWritesIsWaitedFor() {
        ear.heldBack = 1;
        speaks(1_500, WORDS);
        pass(400);
        desk.closed();
        assertThat(said()).isEmpty();
        assertThat(ear.closed).isFalse();
        ear.listener.utterance(new Recognised(WORDS, List.of(), true, 0));
        assertThat(said()).containsExactly(WORDS);
        assertThat(ear.closed).isTrue();
    }

    @Test
    void evenWhenTheTurnWasTakenBeforeItsTextCame() {
        ear.heldBack = 1;
        speaks(1_500, WORDS);
        pass(1_800);
        desk.closed();
        ear.listener.utterance(new Recognised(WORDS, List.of(), true, 0));
        loop.pass(20_000);
        assertThat(said()).containsExactly(WORDS);
    }

    @Test
    void whatTheBrowserHasWrittenIsTakenAsItStands() {
        ears.clear();
        opens(new ClientMessage.Hello(null, null, ClientMessage.EarChoice.BROWSER, true));
        started();
        pass(1_000);
        desk.message(new ClientMessage.HeardText("Good morning.", true));
        desk.message(new ClientMessage.HeardText("what do you write", false));
        desk.closed();
        assertThat(said()).containsExactly("Good morning. what do you write");
    }

    @Test
    void oneThatNeverTellsIsLetGo() {
        ear.heldBack = Integer.MAX_VALUE;
        speaks(1_500, WORDS);
        desk.closed();
        loop.pass(8_100);
        assertThat(said()).isEmpty();
        assertThat(ear.closed).isTrue();
    }

    @Test
    void andSoIsOneThatFails() {
        ear.failure = SpeechFailed.passing("hand", "unreachable");
        speaks(1_500, WORDS);
        int told = wire.messages.size();
        desk.closed();
        assertThat(ear.closed).isTrue();
        assertThat(wire.messages).hasSize(told);
    }

    @Test
    void aNoiseIsNoTurn() {
        speaks(400, "");
        pass(100);
        desk.closed();
        assertThat(said()).isEmpty();
        assertThat(ear.closed).isTrue();
    }

    @Test
    void theAnswerIsSpokenOnTheNextLineThatWasThereBeforeIt() {
        ear.heldBack = 1;
        speaks(1_500, WORDS);
        pass(400);
        var late = ear.listener;
        desk.closed();
        opens();
        pass(400);
        assertThat(captions()).isEmpty();

        late.utterance(new Recognised(WORDS, List.of(), true, 0));
        desk.handedOn(wire.handedOn.getFirst());
        pass(400);
        assertThat(captions()).first().isEqualTo("I see.");
        assertThat(wire.all(ServerMessage.Turn.class))
                .extracting(told -> told.turn().i())
                .containsExactly(0, 1);
    }

    @Test
    void theAnswerIsSpokenOnceOnALineThatFoundItThere() {
        speaks(1_500, WORDS);
        pass(400);
        desk.closed();
        wire.messages.clear();
        opens();
        desk.handedOn(wire.handedOn.getFirst());
        pass(10_000);
        assertThat(captions()).containsExactly("I see.", "What would it cost me, all in all?");
    }
}
