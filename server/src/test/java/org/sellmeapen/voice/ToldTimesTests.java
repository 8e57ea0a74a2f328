package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the other end says of the time is taken as far as it can be true. */
class ToldTimesTests extends CallTest {

    private long heard(long told) {
        opens();
        mind.lines.addFirst(
                "I see. And how much would all of that cost me, with everything in it? " + "No. ".repeat(400));
        speaks(1_000, "What do you sell?");
        pass(600);
        desk.message(new ClientMessage.Playing(1, 0, desk.clockMs()));
        pass(800);
        started();
        desk.message(new ClientMessage.Interrupted(1, told, desk.clockMs()));
        return wire.all(ServerMessage.Cut.class).getFirst().heardMs();
    }

    @ParameterizedTest
    @CsvSource({"-5000, 0", "-9223372036854775808, 0", "0, 0", "400, 400"})
    void nobodyHeardLessThanNothing(long told, long taken) {
        assertThat(heard(told)).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(longs = {60_000, Long.MAX_VALUE})
    void nobodyHeardMoreThanWasSent(long told) {
        assertThat(heard(told)).isPositive().isEqualTo(wire.audioMs);
    }
}
