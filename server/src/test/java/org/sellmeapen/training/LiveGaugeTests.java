package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.voice.SpeechGauge;

class LiveGaugeTests {

    private static final int HEADER = 44;

    private final SpeechGauge gauge = new LiveGauge(new Speech().live("en", 2));

    /** The clip by one of the two, the other silent. */
    private void speaks(int side) throws IOException {
        try (InputStream in = LiveGaugeTests.class.getResourceAsStream("/content/voice/self-test.wav")) {
            ByteBuffer wav = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] pairs = new float[(wav.capacity() - HEADER) / Short.BYTES * 2];
            for (int i = 0; 2 * i < pairs.length; i++) {
                pairs[2 * i + side] = wav.getShort(HEADER + Short.BYTES * i) / 32_768f;
            }
            gauge.hear(pairs, pairs.length / 2);
        }
    }

    @Test
    void tellsPaceShareAndFillersOfTheSellerAlone() throws IOException {
        assertThat(gauge.reading().talkRatio()).isNull();
        speaks(0);
        speaks(0);
        gauge.said("Um, so what do you, um, write with?");
        SpeechGauge.Reading alone = gauge.reading();
        assertThat(alone.talkRatio()).isEqualTo(1);
        assertThat(alone.wordsPerMinute()).isBetween(80.0, 300.0);
        assertThat(alone.fillers()).isEqualTo(2);
        speaks(1);
        speaks(1);
        assertThat(gauge.reading().talkRatio()).isBetween(0.4, 0.6);
    }
}
