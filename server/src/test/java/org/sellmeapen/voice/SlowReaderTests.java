package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.VoiceChoice;

/** Who does not read what is sent to them: the voice waits, then the line is let go; the call can be resumed. */
class SlowReaderTests extends CallTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<Line> gone = new ArrayList<>();
    private Desk desk;

    @BeforeEach
    void aCallWithALine() {
        Line line = new Line(channel, loop, super.desk.call(), new VoiceMeters(), gone::add);
        Equipment equipment = new Equipment(
                mind, List.of(), ears, null, mouths, "preview", null, new VoiceChoice("a", 1, 1), detector);
        desk = new Desk(
                super.desk.call(),
                loop,
                line,
                mind,
                new Tape(null, 16_000),
                made -> new Pipeline(made, equipment, new StageWatch(loop, _ -> {})));
        line.seat(desk);
        channel.pipeline().addLast(line);
        desk.open();
        desk.message(new ClientMessage.Hello(null, null, null, true));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        channel.finishAndReleaseAll();
    }

    private void reads(boolean does) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, does);
        channel.runPendingTasks();
    }

    /** Frames of the counterpart's voice that went out since the last look. */
    private int soundSent() {
        int frames = 0;
        for (Object sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
            if (sent instanceof ByteBuf sound) {
                frames++;
                sound.release();
            }
        }
        return frames;
    }

    private void aLongAnswer() {
        mind.lines.addFirst("I sign a few papers every day and that is about all of it. ".repeat(6));
        desk.message(new ClientMessage.Typed(new UUID(0, 9), "What do you write with today?"));
    }

    @Test
    void theVoiceWaitsAndGoesOnWhereTheyReadAgain() {
        aLongAnswer();
        loop.pass(500);
        assertThat(soundSent()).isPositive();
        reads(false);
        loop.pass(3_000);
        assertThat(soundSent()).isZero();
        reads(true);
        loop.pass(8_000);
        assertThat(soundSent()).isPositive();
        assertThat(gone).isEmpty();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void afterTenSecondsTheLineIsLetGo() {
        aLongAnswer();
        loop.pass(500);
        reads(false);
        loop.pass(9_900);
        assertThat(channel.isOpen()).isTrue();
        loop.pass(200);
        assertThat(channel.isOpen()).isFalse();
        assertThat(gone).hasSize(1);
    }
}
