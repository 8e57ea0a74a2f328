package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a line is closed by this end, and with which code. */
class CallEndTests extends CallTest {

    @Test
    void theLastWordsAreHeardBeforeTheLineIsClosed() {
        opens();
        mind.stage = "ended";
        speaks(1_000, "What do you sell?");
        pass(600);
        assertThat(wire.all(ServerMessage.StageNow.class)).hasSize(1);
        assertThat(wire.closed).isNull();
        pass(1_700);
        desk.message(new ClientMessage.Played(1, desk.clockMs()));
        assertThat(wire.closed).isEqualTo(CloseCode.OVER);
    }

    @Test
    void whatIsEndedElsewhereIsOverHereToo() {
        opens();
        mind.stage = "ended";
        pass(15_000);
        assertThat(wire.all(ServerMessage.StageNow.class)).hasSize(1);
        assertThat(wire.closed).isEqualTo(CloseCode.OVER);
    }

    @Test
    void aPauseThatLastsLeavesTheLineWithoutEndingTheSession() {
        opens();
        mind.stage = "paused";
        pass(15_000);
        assertThat(wire.all(ServerMessage.StageNow.class)).hasSize(1);
        assertThat(wire.closed).isEqualTo(CloseCode.PAUSED);
    }
}
