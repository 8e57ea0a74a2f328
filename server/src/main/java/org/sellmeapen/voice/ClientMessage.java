package org.sellmeapen.voice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page or program says on the voice socket. {@code atMs} is the call clock: milliseconds of microphone audio since
 * the first frame of the session. A time before its beginning is taken for the beginning.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientMessage.Speech.class, name = "speech"),
    @JsonSubTypes.Type(value = ClientMessage.Talk.class, name = "talk"),
    @JsonSubTypes.Type(value = ClientMessage.HeardText.class, name = "heard_text"),
    @JsonSubTypes.Type(value = ClientMessage.Typed.class, name = "typed"),
    @JsonSubTypes.Type(value = ClientMessage.Mic.class, name = "mic"),
    @JsonSubTypes.Type(value = ClientMessage.Playing.class, name = "playing"),
    @JsonSubTypes.Type(value = ClientMessage.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = ClientMessage.Played.class, name = "played"),
    @JsonSubTypes.Type(value = ClientMessage.Gauge.class, name = "gauge"),
    @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = ClientMessage.Bye.class, name = "bye")
})
sealed interface ClientMessage {

    /** Who tells when the person speaks. */
    enum Activity {
        BROWSER,
        SERVER
    }

    /** Who makes text of it. */
    enum EarChoice {
        SERVER,
        BROWSER,
        NONE
    }

    enum Edge {
        STARTED,
        STOPPED
    }

    enum Key {
        PRESSED,
        RELEASED
    }

    enum Door {
        OPEN,
        CLOSED
    }

    /** @param lastHeardTurn the latest turn of the counterpart that was heard to its end */
    record Hello(
            @Nullable Integer lastHeardTurn,
            @Nullable Activity activity,
            @Nullable EarChoice ear,
            @Nullable Boolean headphones)
            implements ClientMessage {}

    record Speech(Edge state, long atMs) implements ClientMessage {
        public Speech {
            atMs = Math.max(0, atMs);
        }
    }

    record Talk(Key state, long atMs) implements ClientMessage {
        public Talk {
            atMs = Math.max(0, atMs);
        }
    }

    /** @param last false while the browser's recogniser may still change it */
    record HeardText(String text, boolean last) implements ClientMessage {}

    record Typed(UUID key, String text) implements ClientMessage {}

    record Mic(Door state, long atMs) implements ClientMessage {
        public Mic {
            atMs = Math.max(0, atMs);
        }
    }

    /** The sound of a turn at {@code fromMs} of its audio leaves the loudspeaker at {@code atMs}. */
    record Playing(int turn, long fromMs, long atMs) implements ClientMessage {
        public Playing {
            fromMs = Math.max(0, fromMs);
            atMs = Math.max(0, atMs);
        }
    }

    record Interrupted(int turn, long playedMs, long atMs) implements ClientMessage {
        public Interrupted {
            playedMs = Math.max(0, playedMs);
            atMs = Math.max(0, atMs);
        }
    }

    record Played(int turn, long atMs) implements ClientMessage {
        public Played {
            atMs = Math.max(0, atMs);
        }
    }

    /** Whether the person wants to see how they speak; nobody who has not said so does. */
    record Gauge(boolean on) implements ClientMessage {}

    record Ping(long sentMs) implements ClientMessage {}

    record Bye() implements ClientMessage {}
}
