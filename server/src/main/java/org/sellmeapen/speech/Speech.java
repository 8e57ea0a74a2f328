package org.sellmeapen.speech;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.audio.Resampled;
import org.sellmeapen.audio.SampleStream;

/**
 * Measures how something was said. Thread-safe; keeps of a recording a few bytes for every hundredth of a second.
 * In stereo the left channel is the seller's side ({@code rep}), the right one the buyer's.
 */
public final class Speech {

    private static final int LONGEST_HOURS = 12;

    private final int longestHours;
    private final Supplier<VoiceActivity> activity;
    private final Scores scores = Scores.shipped();
    private final Map<String, SpeechPack> packs = new ConcurrentHashMap<>();

    public Speech() {
        this(LONGEST_HOURS, HybridActivity::new);
    }

    private Speech(int longestHours, Supplier<VoiceActivity> activity) {
        this.longestHours = longestHours;
        this.activity = activity;
    }

    /** Hears speech by its level alone: several times as fast, and fooled by noise that comes and goes. */
    public static Speech byLevelAlone() {
        return byLevelAlone(LONGEST_HOURS);
    }

    static Speech byLevelAlone(int longestHours) {
        return new Speech(longestHours, EnergyActivity::new);
    }

    /**
     * @param recording read to its end, not closed
     * @param language BCP 47, for the estimate of words where nothing says what was said
     * @throws RecordingTooLong beyond twelve hours
     */
    public SpeechReport measure(SampleStream recording, @Nullable Said said, String language) throws IOException {
        return measured(recording, said, language, null).report();
    }

    /**
     * As {@link #measure}, of a recording of which only the sender can know who speaks in it.
     *
     * @param oneVoice whether it is known to be one person; else one channel without speakers is neither scored nor a monologue
     */
    public SpeechReport measure(SampleStream recording, @Nullable Said said, String language, boolean oneVoice)
            throws IOException {
        return measured(recording, said, language, null, oneVoice).report();
    }

    /** As {@link #measure}, with everything that coaching needs. @param weights null for those that are shipped */
    public Measured measured(SampleStream recording, @Nullable Said said, String language, @Nullable Weights weights)
            throws IOException {
        return measured(recording, said, language, weights, true);
    }

    /** As {@link #measure}, with everything that coaching needs. @param weights null for those that are shipped */
    public Measured measured(
            SampleStream recording, @Nullable Said said, String language, @Nullable Weights weights, boolean oneVoice)
            throws IOException {
        return heard(recording, said == null ? language : said.language()).measured(said, oneVoice, weights);
    }

    /**
     * Hears a recording to its end, which takes nearly all of the time; whatever is told of it then takes none.
     *
     * @param recording read to its end, not closed
     * @throws RecordingTooLong beyond twelve hours
     */
    public LiveSpeech heard(SampleStream recording, String language) throws IOException {
        SampleStream samples = Resampled.to(Hearing.RATE, recording);
        LiveSpeech live = live(language, samples.channels());
        float[] block = new float[LiveSpeech.BLOCK * samples.channels()];
        for (int count = samples.read(block); count > 0; count = samples.read(block)) {
            live.hear(block, count);
            if (live.seconds() > longestHours * 3_600L) {
                throw new RecordingTooLong(longestHours);
            }
        }
        return live;
    }

    /**
     * Hears a conversation that goes on.
     *
     * @param channels 1, or 2: the seller and the buyer
     */
    public LiveSpeech live(String language, int channels) {
        List<Hearing> ears = channels == 1
                ? List.of(new Hearing(activity.get()))
                : List.of(new Hearing(activity.get()), new Hearing(activity.get()));
        return new LiveSpeech(scores, pack(language), language, ears);
    }

    /** Keeps only packs that exist: whatever a caller calls his language takes no room. */
    private @Nullable SpeechPack pack(String language) {
        String code = SpeechPack.code(language);
        SpeechPack known = packs.get(code);
        if (known == null) {
            known = SpeechPack.of(code);
            if (known != null) {
                packs.put(code, known);
            }
        }
        return known;
    }
}
