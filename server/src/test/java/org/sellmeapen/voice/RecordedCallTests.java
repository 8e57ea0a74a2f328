package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a call gets onto its recording, and what does not. */
class RecordedCallTests extends CallTest {

    /** Keeps where sound was laid, in milliseconds. */
    private static final class KeptTracks implements Tape.Tracks {
        final List<Long> person = new ArrayList<>();
        final List<Long> counterpart = new ArrayList<>();
        boolean allowed = true;
        int closed;

        @Override
        public void person(long atSample, short[] samples, int length) {
            person.add(atSample / 24);
        }

        @Override
        public void counterpart(long atSample, short[] samples, int length) {
            counterpart.add(atSample / 24);
        }

        @Override
        public boolean isAllowed() {
            return allowed;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private final KeptTracks kept = new KeptTracks();

    @BeforeEach
    void itIsRecorded() {
        tracks = kept;
    }

    @Test
    void whatIsSwitchedOffDuringACallIsRecordedNoFurtherAndThePageIsTold() {
        opens();
        pass(1_000);
        int before = kept.person.size();
        assertThat(before).isPositive();
        kept.allowed = false;
        pass(15_000);
        assertThat(wire.all(ServerMessage.Recording.class)).containsExactly(new ServerMessage.Recording(false));
        assertThat(kept.closed).isEqualTo(1);
        int after = kept.person.size();
        pass(20_000);
        assertThat(kept.person).hasSize(after);
        assertThat(wire.closed).isNull();
        assertThat(wire.all(ServerMessage.Recording.class)).hasSize(1);
        assertThat(desk.tape().records()).isFalse();
        desk.closed();
        assertThat(kept.closed).isEqualTo(1);
    }

    @Test
    void whatIsAllowedGoesOn() {
        opens();
        pass(40_000);
        assertThat(wire.all(ServerMessage.Recording.class)).isEmpty();
        assertThat(kept.person).hasSize(2_000);
    }

    @Test
    void whoTypesWithTheMicrophoneShutIsAnsweredOnTheTape() {
        opens(new ClientMessage.Hello(null, null, ClientMessage.EarChoice.NONE, true));
        loop.pass(2_000);
        desk.message(new ClientMessage.Typed(new UUID(0, 7), "Good morning."));
        loop.pass(6_000);
        assertThat(mouth.spoken).isNotEmpty();
        assertThat(kept.person).isEmpty();
        assertThat(kept.counterpart).isNotEmpty().isSorted().doesNotHaveDuplicates();
        // Where it sounded: about a tenth of a second after it was sent.
        assertThat(kept.counterpart.getFirst()).isBetween(2_000L, 2_400L);
        assertThat(kept.counterpart.getLast()).isGreaterThan(3_000L);
        assertThat(desk.clockMs()).isEqualTo(8_000);
    }

    @Test
    void theMicrophoneSettlesHowLateItIsWhenItOpens() {
        opens();
        loop.pass(2_040);
        desk.message(new ClientMessage.Mic(ClientMessage.Door.OPEN, 2_000));
        pass(1_000);
        assertThat(kept.person.getFirst()).isEqualTo(2_000);
        assertThat(desk.clockMs()).isEqualTo(3_000);
        desk.message(new ClientMessage.Mic(ClientMessage.Door.CLOSED, 3_000));
        loop.pass(500);
        assertThat(desk.clockMs()).isEqualTo(3_500);
        desk.message(
                new ClientMessage.Mic(ClientMessage.Door.OPEN, 100)); // nothing turns it back behind what was heard
        assertThat(desk.clockMs()).isEqualTo(3_000);
    }
}
