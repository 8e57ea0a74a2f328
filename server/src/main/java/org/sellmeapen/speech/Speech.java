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

    private static final int BLOCK = 4_096;

    /** Channels that differ by less than this of their power are one recorded twice. */
    private static final double SAME = 1e-4;

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
        SampleStream samples = Resampled.to(Hearing.RATE, recording);
        List<Hearing> ears = samples.channels() == 1
                ? List.of(new Hearing(activity.get()))
                : List.of(new Hearing(activity.get()), new Hearing(activity.get()));
        float[] block = new float[BLOCK * ears.size()];
        float[] one = new float[BLOCK];
        long frames = 0;
        double power = 0;
        double difference = 0;
        for (int count = samples.read(block); count > 0; count = samples.read(block)) {
            frames += count;
            if (frames > longestHours * 3_600L * Hearing.RATE) {
                throw new RecordingTooLong(longestHours);
            }
            for (int c = 0; c < ears.size(); c++) {
                for (int i = 0; i < count; i++) {
                    one[i] = block[i * ears.size() + c];
                    power += one[i] * one[i];
                }
                ears.get(c).hear(one, count);
            }
            for (int i = 0; ears.size() == 2 && i < count; i++) {
                double apart = block[2 * i] - block[2 * i + 1];
                difference += apart * apart;
            }
        }
        List<Heard> heard =
                ears.size() == 1 ? List.of(ears.getFirst().heard()) : Hearing.heard(ears.getFirst(), ears.getLast());
        boolean same = ears.size() == 2 && difference <= SAME * power;
        String spoken = said == null ? language : said.language();
        SpeechPack pack = pack(spoken);
        return new Telling(scores, pack, said, Voices.of(heard, same), spoken).report((double) frames / Hearing.RATE);
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
