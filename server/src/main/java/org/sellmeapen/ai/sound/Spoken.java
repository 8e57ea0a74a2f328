package org.sellmeapen.ai.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SampleBuffer;

/** One utterance on its way through a live ear: its sound, what was sent of it, what came back. */
final class Spoken {

    /** A question after its text. @param endMs of the connection, where it was asked */
    record Question(Spoken spoken, int audioMs, int endMs) {}

    private record Part(int fromMs, String text, List<RecognisedWord> words, boolean last) {}

    final SampleBuffer audio;
    private final int rate;
    private final TreeMap<Integer, Part> parts = new TreeMap<>();

    /** Where it began on the connection; below 0 while nothing of it was sent. */
    int startMs = -1;

    /** How many samples of it were sent. */
    int sent;

    boolean forgotten;

    @Nullable
    Question due;

    Spoken(int rate, int longestS) {
        this.rate = rate;
        this.audio = new SampleBuffer(longestS * rate);
    }

    int ms() {
        return (int) ((long) audio.length() * 1_000 / rate);
    }

    /** As if nothing was sent yet; the sound is still there. */
    void again() {
        startMs = -1;
        sent = 0;
        parts.clear();
    }

    /** What was only supposed from there on is gone. */
    void forgetSupposed(int key) {
        parts.tailMap(key, true).values().removeIf(part -> !part.last());
    }

    /** @param words with times of the connection */
    void heard(int key, int fromMs, String text, List<RecognisedWord> words, boolean last) {
        if (forgotten || text.isBlank()) {
            return;
        }
        int most = ms();
        List<RecognisedWord> own = new ArrayList<>();
        for (RecognisedWord word : words) {
            int from = Math.clamp(word.startMs() - startMs, 0, most);
            own.add(new RecognisedWord(
                    word.text(), from, Math.clamp(word.endMs() - startMs, from, most), word.confidence()));
        }
        parts.put(key, new Part(Math.max(0, fromMs - startMs), text.strip(), own, last));
    }

    /** @param sure without what was only supposed */
    Recognised text(boolean sure, boolean last, int audioMs) {
        List<Part> there = parts.values().stream()
                .filter(part -> (part.last() || !sure) && part.fromMs() < audioMs)
                .toList();
        List<RecognisedWord> words = new ArrayList<>();
        if (last) {
            there.forEach(part -> part.words().forEach(word -> {
                if (word.startMs() <= audioMs) {
                    words.add(new RecognisedWord(
                            word.text(), word.startMs(), Math.min(word.endMs(), audioMs), word.confidence()));
                }
            }));
        }
        return new Recognised(there.stream().map(Part::text).collect(Collectors.joining(" ")), words, last, audioMs);
    }
}
