package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.kernel.OrganisationId;

class TakeEarTests {

    private static final OrganisationId HOUSE = new OrganisationId(new UUID(0, 1));

    private final List<Senses.Ear> there = new ArrayList<>();
    private final TakeEar ears = new TakeEar(new Senses() {
        @Override
        public Ears ears(OrganisationId organisation, String language) {
            return new Ears(there, null);
        }

        @Override
        public Mouths mouths(OrganisationId organisation, String language) {
            return new Mouths(List.of(), "no-mouth");
        }
    });

    /** Tells one text, or fails, and knows how much it heard. */
    private static final class KnownEar implements SpeechToText {
        private final boolean verbatim;
        private final @Nullable String text;
        int heard;
        int loudest;
        boolean closed;

        KnownEar(boolean verbatim, @Nullable String text) {
            this.verbatim = verbatim;
            this.text = text;
        }

        @Override
        public String id() {
            return "known";
        }

        @Override
        public boolean streams() {
            return true;
        }

        @Override
        public boolean verbatim(String language) {
            return verbatim;
        }

        @Override
        public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
            return new Transcribing() {
                @Override
                public void audio(short[] samples, int from, int length) {
                    heard += length;
                    for (int i = from; i < from + length; i++) {
                        loudest = Math.max(loudest, samples[i]);
                    }
                }

                @Override
                public void endOfUtterance() {
                    if (text == null) {
                        listener.failed(SpeechFailed.passing("known", "unreachable"));
                    } else {
                        listener.utterance(
                                new Recognised(text, List.of(new RecognisedWord("um", 0, 100, 0.8)), true, 0));
                    }
                }

                @Override
                public void nextUtterance() {}

                @Override
                public void discard() {}

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }

    /** Two channels at 48 kHz, one of them silent. */
    private static SampleStream take(int seconds) {
        return new SampleStream() {
            private int left = seconds * 48_000;

            @Override
            public int rate() {
                return 48_000;
            }

            @Override
            public int channels() {
                return 2;
            }

            @Override
            public int read(float[] into) {
                int count = Math.min(left, into.length / 2);
                Arrays.fill(into, 0);
                for (int i = 0; i < count; i++) {
                    into[2 * i] = 0.5f;
                }
                left -= count;
                return count;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void theFirstEarThatLeavesNoHesitationOutHearsTheWholeTake() throws IOException {
        KnownEar tidy = new KnownEar(false, "What do you write with?");
        KnownEar exact = new KnownEar(true, "Um, what do you write with?");
        there.add(new Senses.Ear(tidy, true));
        there.add(new Senses.Ear(exact, true));
        SpeechToText ear = ears.of(HOUSE, "en").orElseThrow();
        assertThat(ears.words(ear, take(3), "en", 150)).hasValueSatisfying(heard -> {
            assertThat(heard.text()).isEqualTo("Um, what do you write with?");
            assertThat(heard.sureness()).isEqualTo(0.8);
        });
        assertThat(exact.heard).isBetween(47_900, 48_100);
        assertThat(exact.loudest).isBetween(7_500, 9_500);
        assertThat(exact.closed).isTrue();
        assertThat(tidy.heard).isZero();
    }

    @Test
    void wordsOfAnyOtherAreNotAskedFor() {
        there.add(new Senses.Ear(new KnownEar(false, "What do you write with?"), true));
        assertThat(ears.of(HOUSE, "en")).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodHasNoWords() throws IOException {
        assertThat(ears.words(new KnownEar(true, null), take(1), "en", 150)).isEmpty();
        assertThat(ears.words(new KnownEar(true, " "), take(1), "en", 150)).isEmpty();
    }

    @Test
    void noMoreIsHeardThanATakeMayBeLong() throws IOException {
        KnownEar ear = new KnownEar(true, "Um.");
        ears.words(ear, take(10), "en", 2);
        assertThat(ear.heard).isBetween(32_000, 32_400);
    }
}
