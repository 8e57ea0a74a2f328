package org.sellmeapen.ai.espeak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.Viseme;

/**
 * Turns phonemes into shapes as they come. A diphthong is halved; what is too short to be seen is left out, except lips
 * that close, which are always seen.
 */
final class VisemeTrack {

    private static final int SHORTEST_MS = 40;
    private static final int USUAL_HALF_MS = 80;

    private final SpeechSink sink;
    private List<Viseme> pending = List.of();
    private int pendingAt;
    private @Nullable Viseme shown;

    VisemeTrack(SpeechSink sink) {
        this.sink = sink;
    }

    void phoneme(int atMs, String ipa) {
        List<Viseme> shapes = MouthShapes.of(ipa);
        if (shapes.isEmpty()) {
            return; // a mark of its own that has no shape
        }
        tell(atMs - pendingAt);
        pending = shapes;
        pendingAt = atMs;
    }

    /** Audio up to here is about to be handed over, so what has begun before must be told. */
    void upTo(int ms) {
        if (!pending.isEmpty() && ms - pendingAt >= SHORTEST_MS) {
            tell(2 * USUAL_HALF_MS);
        }
    }

    void end() {
        tell(2 * USUAL_HALF_MS);
    }

    private void tell(int lastingMs) {
        if (!pending.isEmpty()) {
            Viseme first = pending.getFirst();
            if (lastingMs >= SHORTEST_MS || first == Viseme.PP || first == Viseme.FF) {
                show(pendingAt, first);
                if (pending.size() > 1 && lastingMs >= 2 * SHORTEST_MS) {
                    show(pendingAt + lastingMs / 2, pending.getLast());
                }
            }
            pending = List.of();
        }
    }

    private void show(int atMs, Viseme viseme) {
        if (viseme != shown) {
            sink.viseme(atMs, viseme);
            shown = viseme;
        }
    }
}
