package org.sellmeapen.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Viseme;

/** One clause in the making on a thread of its own; its parts come onto the loop in the order they were made. */
final class ClauseSynthesis implements SpeechSink {

    /** What a voice hands over. */
    sealed interface Part {}

    record Audio(short[] samples) implements Part {}

    record Word(int atMs, int toChar) implements Part {}

    /** Mouth shapes on the clause's own audio. */
    record Shapes(List<Viseme> shapes, List<Integer> atMs) implements Part {

        List<List<Object>> shiftedBy(long ms) {
            List<List<Object>> list = new ArrayList<>();
            for (int k = 0; k < shapes.size(); k++) {
                list.add(List.of(atMs.get(k) + ms, shapes.get(k).name()));
            }
            return list;
        }
    }

    private final Loop loop;
    private final Consumer<Part> taker;
    private final List<Viseme> shapes = new ArrayList<>();
    private final List<Integer> shapesAtMs = new ArrayList<>();
    private volatile boolean cancelled;

    private ClauseSynthesis(Loop loop, Consumer<Part> taker) {
        this.loop = loop;
        this.taker = taker;
    }

    /** @param ended with null when all was handed over; not told after a cancel */
    static Loop.Work begin(
            Loop loop,
            TextToSpeech mouth,
            Utterance utterance,
            Consumer<Part> taker,
            Consumer<@Nullable SpeechFailed> ended) {
        ClauseSynthesis synthesis = new ClauseSynthesis(loop, taker);
        Loop.Work work = loop.work(
                () -> {
                    mouth.speak(utterance, synthesis);
                    synthesis.flushShapes();
                    return true;
                },
                _ -> ended.accept(null),
                trouble -> ended.accept(
                        trouble instanceof SpeechFailed failed ? failed : SpeechFailed.lasting(mouth.id(), "garbled")));
        return () -> {
            synthesis.cancelled = true;
            work.cancel();
        };
    }

    @Override
    public void audio(short[] samples, int from, int length) {
        flushShapes();
        hand(new Audio(Arrays.copyOfRange(samples, from, from + length)));
    }

    @Override
    public void viseme(int atMs, Viseme viseme) {
        shapes.add(viseme);
        shapesAtMs.add(atMs);
    }

    @Override
    public void word(int atMs, int fromChar, int toChar) {
        hand(new Word(atMs, toChar));
    }

    private void flushShapes() {
        if (!shapes.isEmpty()) {
            hand(new Shapes(List.copyOf(shapes), List.copyOf(shapesAtMs)));
            shapes.clear();
            shapesAtMs.clear();
        }
    }

    private void hand(Part part) {
        loop.run(() -> {
            if (!cancelled) {
                taker.accept(part);
            }
        });
    }
}
