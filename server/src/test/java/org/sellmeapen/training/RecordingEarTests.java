package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.media.RecordingId;
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.speech.Said;
import org.sellmeapen.speech.Speech;

class RecordingEarTests {

    private static final Said WORDS = Said.plain("en", "Good morning. Thank you for taking the time today.");

    private final List<UUID> opened = new ArrayList<>();
    private final RecordingEar ear = new RecordingEar(recording -> {
        opened.add(recording.id().value());
        return sides(recording.seconds());
    });

    private static RecordingView recording(int id, double seconds) {
        return new RecordingView(
                new RecordingId(new UUID(0, id)),
                new UUID(1, id),
                new PersonId(new UUID(2, id)),
                RecordingState.COMPLETE,
                Instant.EPOCH,
                seconds,
                1,
                "rehearsal",
                Instant.EPOCH);
    }

    /** A hum with a pause in it on the left, nothing on the right. */
    private static SampleStream sides(double seconds) {
        return new SampleStream() {
            private int at;

            @Override
            public int rate() {
                return 16_000;
            }

            @Override
            public int channels() {
                return 2;
            }

            @Override
            public int read(float[] into) {
                int count = (int) Math.min(into.length / 2, seconds * rate() - at);
                for (int i = 0; i < count; i++, at++) {
                    boolean sounds = at % 32_000 < 24_000;
                    into[2 * i] = sounds ? (float) (0.3 * Math.sin(at * 0.06) * Math.sin(at * 0.0008)) : 0;
                    into[2 * i + 1] = 0;
                }
                return count;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void whatIsAskedForTwiceIsHeardOnceAndTheAnswersAreThoseOfTwoHearings() throws IOException {
        RecordingView call = recording(1, 8);
        Measured pauses = ear.measured(call, "en", null, null);
        Measured coached = ear.measured(call, "en", WORDS, null);
        Measured again = ear.measured(call, "en", null, null);
        assertThat(opened).containsExactly(call.id().value());
        assertThat(pauses).isEqualTo(new Speech().measured(sides(8), null, "en", null));
        assertThat(coached).isEqualTo(new Speech().measured(sides(8), WORDS, "en", null));
        assertThat(again).isEqualTo(pauses);
        assertThat(coached).isNotEqualTo(pauses);
    }

    @Test
    void whatIsAnotherRecordingOrGrewOrIsOfAnotherLanguageIsHeardAnew() {
        ear.measured(recording(1, 2), "en", null, null);
        ear.measured(recording(2, 2), "en", null, null);
        ear.measured(recording(1, 2), "en", null, null);
        assertThat(opened).hasSize(2);
        ear.measured(recording(1, 4), "en", null, null);
        ear.measured(recording(1, 4), "de", null, null);
        assertThat(opened).hasSize(4);
        ear.measured(recording(2, 2), "en", null, null);
        assertThat(opened).as("no more than two are kept").hasSize(5);
    }
}
