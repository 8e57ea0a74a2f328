package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every voice does, the scripted one and those that are real. */
@Timeout(60)
public abstract class TextToSpeechContract {

    protected static final VoiceChoice PLAIN = new VoiceChoice("voice-1", 1, 1);

    /** A voice may tremble a little from one time to the next, as eSpeak NG's does. */
    private static final int SAME_MS = 25;

    private static final String LONG =
            "That is more than I wanted to spend, and I would have to ask my partner before I could say yes. "
                    .repeat(6);

    protected abstract TextToSpeech voice();

    protected Heard speak(String text) throws Exception {
        return speak(text, PLAIN);
    }

    protected Heard speak(String text, VoiceChoice choice) throws Exception {
        Heard heard = new Heard();
        voice().speak(new Utterance(text, "en", choice), heard);
        return heard;
    }

    @Test
    void aSentenceBecomesSoundOfAPlausibleLength() throws Exception {
        Heard heard = speak("Good morning, what do you write with today?");
        assertThat(heard.ms()).isBetween(1_200, 5_000);
        assertThat(heard.loudness()).isGreaterThan(0.01);
    }

    @Test
    void aLongerTextTakesLonger() throws Exception {
        assertThat(speak(LONG).ms())
                .isGreaterThan(3 * speak("That is more than I wanted.").ms());
    }

    @Test
    void timesLieInsideTheSoundAndInOrder() throws Exception {
        String text = "Well, four hundred pens is a lot of pens.";
        Heard heard = speak(text);
        assertThat(heard.shapes).isSortedAccordingTo((a, b) -> Integer.compare(a.atMs(), b.atMs()));
        assertThat(heard.shapes).allMatch(shape -> shape.atMs() >= 0 && shape.atMs() <= heard.ms());
        assertThat(heard.words).isSortedAccordingTo((a, b) -> Integer.compare(a.atMs(), b.atMs()));
        assertThat(heard.words).allSatisfy(word -> {
            assertThat(word.atMs()).isBetween(0, heard.ms());
            assertThat(text.substring(word.from(), word.to())).isNotBlank();
        });
    }

    @Test
    void theSameTextAndVoiceTakeTheSameTime() throws Exception {
        assertThat(speak("I own thirty pens.").ms())
                .isCloseTo(speak("I own thirty pens.").ms(), within(SAME_MS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\n\t",
                "\u0000\u0007",
                "\uD83D\uDE00\uD83D\uDC4D\uD83C\uDFFD",
                "...",
                "[[]]",
                "<b></b><>"
            })
    void whatHoldsNoWordFailsNothing(String text) throws Exception {
        assertThat(speak(text).ms()).isLessThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v xx --stdout of this house",
                "--help me with that order",
                "<speak><break time=\"60s\"/>a pause of a minute</speak>",
                "Tom & Jerry &amp; <audio src=\"file:///etc/passwd\"/> in one",
                "a [[h@loU]] in brackets",
                "a command \u0001100S inside the text",
                "quotes \" ' ` $(touch /tmp/x) ; | > all over",
                "{\"id\":7,\"text\":\"another\"}\n{\"cancel\":1} order in the order",
                "write to sam@example.org by 4:30, it costs $4,000.50",
                "lone \uD83D surrogate and \u202Eturned\u202C round"
            })
    void textIsReadAndNeverObeyed(String text) throws Exception {
        Heard heard = speak(text);
        assertThat(heard.ms()).isBetween(500, 15_000);
        assertThat(heard.words).allSatisfy(word -> assertThat(word.to()).isLessThanOrEqualTo(text.length()));
        assertThat(speak("And it still works.").loudness()).isGreaterThan(0.01);
    }

    @Test
    void fourThousandCharactersAreSpokenAndMoreAreRefused() throws Exception {
        String most = "seven words make up this little line ".repeat(200).substring(0, TextToSpeech.LONGEST_TEXT);
        assertThat(speak(most).ms()).isGreaterThan(60_000);
        assertThatThrownBy(() -> speak(most + "x")).isInstanceOfSatisfying(SpeechFailed.class, why -> {
            assertThat(why.code()).isEqualTo("text-too-long");
            assertThat(why.isPassing()).isFalse();
        });
    }

    @Test
    void anInterruptEndsItAtOnceAndTheNextClauseIsWhole() throws Exception {
        Heard before = speak("Where were we?");
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Heard cut = new Heard() {
            @Override
            public void audio(short[] samples, int from, int length) {
                super.audio(samples, from, length);
                first.countDown();
                boolean waiting = true;
                while (waiting) {
                    try {
                        goOn.await();
                        waiting = false;
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt(); // kept for whoever speaks
                        waiting = false;
                    }
                }
            }
        };
        Thread speaker = Thread.ofVirtual().start(() -> {
            try {
                voice().speak(new Utterance(LONG, "en", PLAIN), cut);
            } catch (Exception e) {
                ended.set(e);
            }
        });
        first.await();
        speaker.interrupt();
        goOn.countDown();
        speaker.join();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        assertThat(cut.chunks).isEqualTo(1);
        assertThat(speak("Where were we?").ms()).isCloseTo(before.ms(), within(SAME_MS));
    }

    @Test
    void manySpeakAtOnceAndNobodyHearsAnother() throws Exception {
        List<String> texts =
                List.of("One.", "Two and a bit more.", "Three, which is the longest of all of these.", "Four.");
        List<Integer> alone = new ArrayList<>();
        for (String text : texts) {
            alone.add(speak(text).ms());
        }
        List<Exchanger<Object>> results = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String text = texts.get(i % texts.size());
            Exchanger<Object> result = new Exchanger<>();
            results.add(result);
            Thread.startVirtualThread(() -> {
                try {
                    Object heard;
                    try {
                        heard = speak(text).ms();
                    } catch (Exception e) {
                        heard = e;
                    }
                    result.exchange(heard);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        for (int i = 0; i < results.size(); i++) {
            int index = i % texts.size();
            assertThat(results.get(i).exchange(""))
                    .isInstanceOfSatisfying(
                            Integer.class, ms -> assertThat(ms).isCloseTo(alone.get(index), within(SAME_MS)));
        }
    }

    @Test
    void aFailureNamesTheProviderAndHoldsNoWordOfTheText() {
        assertThatThrownBy(() -> speak("confidential ".repeat(400))).isInstanceOfSatisfying(SpeechFailed.class, why -> {
            assertThat(why.provider()).isEqualTo(voice().id());
            assertThat(why.toString()).doesNotContain("confidential");
        });
    }

    @Test
    void itSaysWhatItCanSpeak() {
        assertThat(voice().covers("en")).isInstanceOf(SpeechCoverage.Spoken.class);
        assertThat(voice().covers("en-GB")).isInstanceOf(SpeechCoverage.Spoken.class);
    }
}
