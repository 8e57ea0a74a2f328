package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a line takes in how much time, without a clock on the wall. */
class LineTests extends CallTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void aLine() {
        opens();
        Line line = new Line(channel, loop, desk.call(), new VoiceMeters(), _ -> {});
        line.seat(desk);
        channel.pipeline().addLast(line);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        channel.finishAndReleaseAll();
    }

    private void sends(int frames, int bytes, int everyMs) {
        for (int k = 0; k < frames && channel.isOpen(); k++) {
            channel.writeInbound(new BinaryWebSocketFrame(Unpooled.buffer(bytes).writeZero(bytes)));
            loop.pass(everyMs);
        }
    }

    /** What the line was closed with; 0: it is open. */
    private int closedWith() {
        int code = 0;
        for (Object sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
            if (sent instanceof CloseWebSocketFrame farewell) {
                code = farewell.statusCode();
                farewell.release();
            }
        }
        return code;
    }

    @Test
    void soundThatIsMoreThanTimeHasPassedEndsTheLineHoweverFewFramesItComesIn() {
        sends(100, 4_800, 75); // 15 s of sound in 7.5 s
        assertThat(closedWith()).isEqualTo(4429);
    }

    @Test
    void whoWasHeldUpForThreeSecondsMayCatchUp() {
        sends(500, 640, 20);
        loop.pass(3_000);
        sends(20, 4_800, 0);
        sends(500, 640, 20);
        assertThat(closedWith()).isZero();
        assertThat(desk.clockMs()).isEqualTo(23_000);
    }

    @Test
    void allOfALargeFrameIsHeard() {
        started();
        int before = ear.pushed;
        sends(1, 4_800, 0);
        assertThat(ear.pushed - before).isEqualTo(2_400);
    }

    @Test
    void noMicrophoneThatOpensMakesACallLongerThanItWas() {
        for (int k = 1; k <= 6; k++) {
            sends(25, 640, 20);
            desk.message(new ClientMessage.Mic(ClientMessage.Door.OPEN, k * 3_500_000L));
        }
        assertThat(desk.clockMs()).isBetween(3_000L, 9_000L);
    }
}
