package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Speaker;

/**
 * Hears a conversation while it goes on. What it tells at its end is what {@link Speech#measure} tells of the recording:
 * it is the same code, only fed as the sound comes. In between it tells of the last half minute. Not for several threads.
 */
public final class LiveSpeech {

    private static final double LOOKS_BACK_S = 30;

    /** Less than this of talk says nothing about a pace. */
    private static final double LEAST_TALK_S = 5;

    private static final int REP = Voices.SIDES.indexOf(Speaker.REP);

    private final Scores scores;
    private final @Nullable SpeechPack pack;
    private final @Nullable Lexicon lexicon;
    private final String language;
    private final List<Hearing> ears;
    private final float[] one = new float[BLOCK];
    private final List<Said.Utterance> said = new ArrayList<>();
    private int fillers;
    private long frames;
    private double power;
    private double difference;

    static final int BLOCK = 4_096;

    /** Channels that differ by less than this of their power are one recorded twice. */
    private static final double SAME = 1e-4;

    LiveSpeech(Scores scores, @Nullable SpeechPack pack, String language, List<Hearing> ears) {
        this.scores = scores;
        this.pack = pack;
        this.lexicon = pack == null ? null : new Lexicon(pack);
        this.language = language;
        this.ears = ears;
    }

    /**
     * What a gauge may show: the seller's side over the last half minute.
     *
     * @param wordsPerMinute estimated from syllables; absent until there was enough talk, or where the language has no pack
     * @param talkRatio absent while nobody spoke, or where there is one channel
     * @param fillers so far, of what was recognised of the seller; absent where the language has no pack or nothing was
     */
    public record Gauge(
            double overS,
            @Nullable Double wordsPerMinute,
            @Nullable Double talkRatio,
            @Nullable Integer fillers) {}

    /**
     * @param samples at 16 kHz, interleaved where there are two channels
     * @param count frames of them
     */
    public void hear(float[] samples, int count) {
        for (int from = 0; from < count; from += BLOCK) {
            hear(samples, from, Math.min(BLOCK, count - from));
        }
    }

    private void hear(float[] samples, int from, int count) {
        frames += count;
        for (int c = 0; c < ears.size(); c++) {
            for (int i = 0; i < count; i++) {
                one[i] = samples[(from + i) * ears.size() + c];
                power += one[i] * one[i];
            }
            ears.get(c).hear(one, count);
        }
        for (int i = from; ears.size() == 2 && i < from + count; i++) {
            double apart = samples[2 * i] - samples[2 * i + 1];
            difference += apart * apart;
        }
    }

    /** What a recogniser understood, in the order in which it was said. */
    public void said(Speaker speaker, String text) {
        said.add(new Said.Utterance(said.size(), speaker, text, null, null));
        if (speaker == Speaker.REP && lexicon != null) {
            fillers += lexicon.fillers(text).size();
        }
    }

    double seconds() {
        return (double) frames / Hearing.RATE;
    }

    /** Of the last half minute. Takes well under a millisecond; a gauge asks once a second. */
    public Gauge gauge() {
        int from = Math.max(0, Spans.frames(seconds() - LOOKS_BACK_S));
        double over = Math.min(LOOKS_BACK_S, seconds());
        Integer counted = lexicon == null || said.isEmpty() ? null : fillers;
        List<Heard> heard = heard(from);
        Voices voices = Voices.of(heard, isOneSound());
        if (voices.silent()) {
            return new Gauge(over, null, null, counted);
        }
        Double syllablesPerWord = pack == null ? null : pack.syllablesPerWord();
        Exchange exchange = voices.exchange();
        Voice own = exchange == null
                ? voices.whole(null, syllablesPerWord)
                : Voices.side(exchange, heard.get(REP), REP, null, syllablesPerWord);
        boolean buyerAlone = exchange == null && voices.firstChannel() != REP;
        Voice.Pace pace = buyerAlone || own.minutes() * 60 < LEAST_TALK_S ? null : own.pace();
        Double share = exchange != null
                ? Double.valueOf(exchange.talkRatio())
                : ears.size() == 1 || isOneSound() ? null : Double.valueOf(buyerAlone ? 0 : 1);
        return new Gauge(
                over,
                pace == null ? null : Rounded.to(pace.wordsPerMinute(), 1),
                share == null ? null : Rounded.to(share, 4),
                counted);
    }

    private boolean isOneSound() {
        return ears.size() == 2 && difference <= SAME * power;
    }

    private List<Heard> heard(int from) {
        return ears.size() == 1
                ? List.of(ears.getFirst().heard(from))
                : Hearing.heard(ears.getFirst(), ears.getLast(), from);
    }

    /** Everything, of what was heard up to now, with the words that were handed in meanwhile. */
    public SpeechReport report() {
        return report(said.isEmpty() ? null : new Said(language, said));
    }

    SpeechReport report(@Nullable Said words) {
        return measured(words, true, null).report();
    }

    /**
     * Everything, with other words than those that were handed in.
     *
     * @param words of the language that is heard here
     * @param oneVoice whether it is known to be one person
     * @param weights null for those that are shipped
     */
    public Measured measured(@Nullable Said words, boolean oneVoice, @Nullable Weights weights) {
        Voices voices = Voices.of(heard(0), isOneSound());
        Scores weighed = weights == null ? scores : scores.weighing(weights);
        return new Telling(weighed, pack, words, voices, language, oneVoice).measured(seconds());
    }
}
