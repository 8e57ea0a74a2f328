package org.sellmeapen.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.speech.LiveSpeech;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.speech.Said;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.speech.Weights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hears a recording that is complete once for everybody who measures it, one recording at a time: a minute of a call
 * takes about a second of a core, and calls that go on need the others. Whoever asks late has it heard again.
 */
@Component
class RecordingEar {

    /** Its pauses and its coaching are asked for one right after the other. */
    private static final int KEPT = 2;

    private final Function<RecordingView, SampleStream> opens;
    private final Speech speech = new Speech();
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final Deque<Kept> kept = new ArrayDeque<>();

    /** Gone where memory is short. */
    private record Kept(UUID recording, double seconds, String language, SoftReference<LiveSpeech> heard) {}

    @Autowired
    RecordingEar(Media media) {
        this(recording -> new RecordedSides(
                media.samples(recording.id(), Channel.REP), media.samples(recording.id(), Channel.BUYER)));
    }

    RecordingEar(Function<RecordingView, SampleStream> opens) {
        this.opens = opens;
    }

    /** Outside a transaction: it may take a while. */
    Measured measured(RecordingView recording, String language, @Nullable Said said, @Nullable Weights weights) {
        oneAtATime.lock();
        try {
            return heard(recording, language).measured(said, true, weights);
        } finally {
            oneAtATime.unlock();
        }
    }

    private LiveSpeech heard(RecordingView recording, String language) {
        for (Kept one : kept) {
            LiveSpeech known = one.heard().get();
            if (known != null
                    && one.recording().equals(recording.id().value())
                    && one.seconds() == recording.seconds()
                    && one.language().equals(language)) {
                return known;
            }
        }
        LiveSpeech heard;
        try (SampleStream sides = opens.apply(recording)) {
            heard = speech.heard(sides, language);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        kept.addFirst(new Kept(recording.id().value(), recording.seconds(), language, new SoftReference<>(heard)));
        while (kept.size() > KEPT) {
            kept.removeLast();
        }
        return heard;
    }
}
