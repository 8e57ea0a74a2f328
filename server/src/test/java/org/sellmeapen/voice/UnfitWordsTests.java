package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.Problem;

/** Words that the conversation does not take. */
class UnfitWordsTests extends CallTest {

    private static final class Unfit extends Problem {
        Unfit() {
            super(Kind.CALLER, "turn-not-text", 400, "Say it again.");
        }
    }

    @Test
    void areToldAndTheLineStaysOpenForTheNextOnes() {
        opens();
        mind.refuses = new Unfit();
        desk.message(new ClientMessage.Typed(new UUID(0, 7), "one"));
        assertThat(wire.all(ServerMessage.Trouble.class))
                .containsExactly(
                        new ServerMessage.Trouble("turn-not-text", "Say it again.", new UUID(0, 7).toString()));
        assertThat(wire.closed).isNull();
        speaks(1_000, "two");
        pass(2_000);
        assertThat(wire.all(ServerMessage.Trouble.class)).hasSize(2);
        assertThat(wire.all(ServerMessage.Trouble.class).getLast().key()).isNull();
        assertThat(wire.closed).isNull();

        mind.refuses = null;
        desk.message(new ClientMessage.Typed(new UUID(0, 8), "three"));
        assertThat(mind.asked).containsExactly("typed:" + new UUID(0, 8) + "|three");
    }

    private static final class NotUnderstood extends Problem {
        NotUnderstood() {
            super(Kind.PROVIDER, "not-heard-over-cap", 503, "Nobody understands it now.");
        }
    }

    private static final class Elsewhere extends Problem {
        Elsewhere() {
            super(Kind.CALLER, "session-open-elsewhere", 409, "Another tab has it.");
        }
    }

    @Test
    void aModelThatUnderstandsNothingJustNowDoesNotEndTheCall() {
        opens();
        mind.refuses = new NotUnderstood();
        speaks(1_000, "eins");
        pass(2_000);
        assertThat(wire.all(ServerMessage.Trouble.class))
                .containsExactly(new ServerMessage.Trouble("not-heard-over-cap", "Nobody understands it now."));
        assertThat(wire.closed).isNull();
    }

    @Test
    void whoeverMayNotSpeakHereGetsTheTypedWordsBackWithTheReason() {
        opens();
        mind.refuses = new Elsewhere();
        desk.message(new ClientMessage.Typed(new UUID(0, 9), "one"));
        assertThat(wire.all(ServerMessage.Trouble.class))
                .containsExactly(new ServerMessage.Trouble(
                        "session-open-elsewhere", "Another tab has it.", new UUID(0, 9).toString()));
        assertThat(wire.closed).isEqualTo(CloseCode.TAKEN_OVER);
    }
}
