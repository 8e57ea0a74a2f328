package org.sellmeapen.ai.sound;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TranscriptionWish;
import tools.jackson.databind.JsonNode;

/** How one vendor's live socket is talked to, a new one for each. Times are milliseconds of the sound sent on the connection. */
public interface Dialect {

    /** What a message says. */
    sealed interface Said {

        /**
         * @param key of the stretch, in their order; a later message about the same one replaces it
         * @param toMs up to where sound was heard
         * @param last whether it will not change any more
         * @param settles whether this is all that was sent before it was asked for
         */
        record Words(
                int key, int fromMs, int toMs, String text, List<RecognisedWord> words, boolean last, boolean settles)
                implements Said {}

        record Trouble(SpeechFailed why) implements Said {}

        /** Something else, or something not known yet. */
        record Nothing() implements Said {}
    }

    URI address(TranscriptionWish wish);

    Map<String, String> headers();

    /** How much sound a message holds at least. */
    int leastMs();

    int mostMs();

    /** Sound as a message of words; null where the vendor takes the samples themselves. */
    default @Nullable String worded(ByteBuffer samples) {
        return null;
    }

    /** How much sound lies at least between two questions; what lacks is filled up with silence. */
    default int leastAskedMs() {
        return 0;
    }

    /** Asks for all that is still outstanding. */
    String asking();

    /** Said before the socket is closed; null where closing it is enough. */
    @Nullable
    String goodbye();

    /** Said where no sound is sent; null where a vendor waits patiently. */
    @Nullable
    String keepAlive();

    /** Whether stretches are answered too in which nobody spoke. */
    boolean tellsSilence();

    /** So long after asking, what came is taken for all. */
    Duration settlesWithin();

    Said read(JsonNode message);

    SpeechFailed closed(int status, String reason);
}
