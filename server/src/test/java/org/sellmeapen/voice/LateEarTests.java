package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;

/** An ear whose texts come after their time. */
class LateEarTests extends CallTest {

    /** Says something whose text comes after its time, and lets the answer be spoken. */
    private void speaksToALateEar(String what) {
        ear.heldBack = Integer.MAX_VALUE;
        speaks(1_000, what);
        pass(1_800);
        ear.listener.late(SpeechFailed.passing("hand", "timed-out"));
        pass(1_000);
        ear.listener.utterance(new Recognised(what, List.of(), true, 1_000));
        pass(4_000);
    }

    @Test
    void anEarThatIsLateTwiceRunningMakesRoomForTheNextAndNoWordIsLost() {
        HandEar second = new HandEar();
        ears.add(second);
        opens();
        speaksToALateEar("What do you sell?");
        assertThat(wire.all(ServerMessage.SteppedDown.class)).isEmpty();
        speaksToALateEar("And what does it cost?");
        assertThat(wire.all(ServerMessage.SteppedDown.class))
                .containsExactly(new ServerMessage.SteppedDown(ServerMessage.Down.NEXT_PROVIDER, "timed-out"));
        assertThat(ear.closed).isTrue();
        second.texts.add("Then I shall think about it.");
        started();
        pass(1_000);
        stopped();
        pass(1_800);
        assertThat(mind.asked)
                .extracting(asked -> asked.substring(asked.indexOf('|') + 1))
                .containsExactly("What do you sell?", "And what does it cost?", "Then I shall think about it.");
        assertThat(wire.all(ServerMessage.Trouble.class)).isEmpty();
    }

    @Test
    void whoIsInTimeBetweenIsNotReplacedAndWhereThereIsNobodyElseALateEarStays() {
        HandEar second = new HandEar();
        ears.add(second);
        opens();
        speaksToALateEar("What do you sell?");
        ear.heldBack = 0;
        speaks(1_000, "And what does it cost?");
        pass(5_000);
        speaksToALateEar("I see.");
        assertThat(wire.all(ServerMessage.SteppedDown.class)).isEmpty();
        ears.remove(second);
        ear.texts.clear();
        opens();
        speaksToALateEar("What do you sell?");
        speaksToALateEar("And what does it cost?");
        speaksToALateEar("And what else?");
        assertThat(wire.all(ServerMessage.SteppedDown.class)).isEmpty();
        assertThat(ear.closed).isFalse();
        assertThat(mind.asked).hasSize(6);
    }
}
