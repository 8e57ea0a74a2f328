package org.sellmeapen.ai.scripted;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Viseme;
import org.sellmeapen.ai.Voices;

/**
 * Hums instead of speaking: a tone with the syllables' rhythm, as long as the text would take, a different height for each
 * voice. The same text always gives the same samples.
 */
public final class ScriptedTextToSpeech implements TextToSpeech {

    public static final String ID = "scripted";

    private static final int BLOCK = RATE / 50;
    private static final int MS_A_CHARACTER = 62;
    private static final int SHORTEST_MS = 200;
    private static final double SYLLABLES_A_SECOND = 4;

    /**
     * @param firstAudio how long it waits before anything is heard
     * @param failsEvery every so many clauses one fails; 0 never
     */
    public record Manner(Duration firstAudio, int failsEvery) {
        public static final Manner PROMPT = new Manner(Duration.ZERO, 0);
    }

    private final Manner manner;
    private final Timing timing;
    /** By height in Hz: computed once, since a stand-in must not cost what it stands in for. */
    private final Map<Long, short[]> hums = new ConcurrentHashMap<>();

    private int clauses;

    public ScriptedTextToSpeech(Manner manner, Timing timing) {
        this.manner = manner;
        this.timing = timing;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SpeechCoverage covers(String language) {
        return new SpeechCoverage.Spoken(SpeechCoverage.Quality.PREVIEW);
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        String text = utterance.text();
        if (text.length() > LONGEST_TEXT) {
            throw SpeechFailed.lasting(ID, "text-too-long");
        }
        if (fails()) {
            throw SpeechFailed.passing(ID, "vendor-trouble");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        if (!manner.firstAudio().isZero()) {
            timing.pause(manner.firstAudio());
        }
        double msEach = MS_A_CHARACTER / utterance.voice().rate();
        int lengthMs = Math.max(SHORTEST_MS, (int) (text.length() * msEach));
        long height = Math.round(
                (110 + 14 * Math.max(0, Voices.NAMES.indexOf(utterance.voice().voice())))
                        * utterance.voice().pitch());
        short[] hum = hums.computeIfAbsent(height, ScriptedTextToSpeech::hum);
        int told = 0;
        for (int at = 0; at < lengthMs * (RATE / 1_000); at += BLOCK) {
            told = words(text, told, (int) ((at + BLOCK) / (RATE / 1_000.0) / msEach), msEach, sink);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            sink.audio(hum, at % RATE, BLOCK);
        }
        sink.viseme(lengthMs, Viseme.SIL);
    }

    /** A second of it, after which it begins anew. */
    private static short[] hum(long height) {
        short[] hum = new short[RATE];
        for (int i = 0; i < RATE; i++) {
            double t = i / (double) RATE;
            double syllable = 0.5 - 0.5 * Math.cos(2 * Math.PI * SYLLABLES_A_SECOND * t);
            double tone = Math.sin(2 * Math.PI * height * t) + 0.5 * Math.sin(4 * Math.PI * height * t);
            hum[i] = (short) (6_000 * syllable * tone);
        }
        return hum;
    }

    private synchronized boolean fails() {
        clauses++;
        return manner.failsEvery() > 0 && clauses % manner.failsEvery() == 0;
    }

    /** Tells the words that begin before this character; answers from where to look on. */
    private static int words(String text, int from, int before, double msEach, SpeechSink sink) {
        int at = from;
        while (at < Math.min(before, text.length())) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                int end = at;
                while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                sink.word((int) (at * msEach), at, end);
                sink.viseme((int) (at * msEach), Viseme.AA);
                at = end;
            } else {
                at++;
            }
        }
        return at;
    }
}
