package org.sellmeapen.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says on the voice socket. {@code turn} is the index of a turn; {@code fromMs} lies on that turn's own audio. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ServerMessage.Partial.class, name = "partial"),
    @JsonSubTypes.Type(value = ServerMessage.Turn.class, name = "turn"),
    @JsonSubTypes.Type(value = ServerMessage.Clause.class, name = "clause"),
    @JsonSubTypes.Type(value = ServerMessage.Visemes.class, name = "visemes"),
    @JsonSubTypes.Type(value = ServerMessage.Said.class, name = "said"),
    @JsonSubTypes.Type(value = ServerMessage.Duck.class, name = "duck"),
    @JsonSubTypes.Type(value = ServerMessage.Restore.class, name = "restore"),
    @JsonSubTypes.Type(value = ServerMessage.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = ServerMessage.Cut.class, name = "cut"),
    @JsonSubTypes.Type(value = ServerMessage.Latency.class, name = "latency"),
    @JsonSubTypes.Type(value = ServerMessage.SteppedDown.class, name = "stepped_down"),
    @JsonSubTypes.Type(value = ServerMessage.StageNow.class, name = "stage"),
    @JsonSubTypes.Type(value = ServerMessage.Recording.class, name = "recording"),
    @JsonSubTypes.Type(value = ServerMessage.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerMessage.Gauge.class, name = "gauge"),
    @JsonSubTypes.Type(value = ServerMessage.Trouble.class, name = "trouble")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ServerMessage {

    enum Mode {
        PIPELINE,
        RELAY
    }

    /** Whether the mind decides each answer of a relayed vendor before it is spoken, or the next one only. */
    enum Steering {
        EACH_TURN,
        ONE_TURN_LATE
    }

    enum Down {
        NEXT_PROVIDER,
        PUSH_TO_TALK,
        TEXT
    }

    /** Samples a second. */
    record Rates(int up, int down) {}

    /** @param why a code where there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EarNow(
            ClientMessage.EarChoice kind,
            @Nullable String id,
            @Nullable String why) {}

    /** @param why a code where there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MouthNow(
            @Nullable String id,
            @Nullable String quality,
            @Nullable String why) {}

    record Ready(
            UUID session,
            Mode mode,
            long clockMs,
            Rates rates,
            int nextTurn,
            EarNow ear,
            MouthNow mouth,
            ClientMessage.Activity activity,
            boolean recording,
            int patienceMs,
            @Nullable Steering steering)
            implements ServerMessage {

        /** The same, once it is known who hears and speaks. */
        Ready by(EarNow listens, MouthNow speaks) {
            return new Ready(
                    session,
                    mode,
                    clockMs,
                    rates,
                    nextTurn,
                    listens,
                    speaks,
                    activity,
                    recording,
                    patienceMs,
                    steering);
        }
    }

    record Partial(String text) implements ServerMessage {}

    /** Something new in the record. */
    record Turn(
            Mind.SaidTurn turn,
            String stage,
            String phase,
            @Nullable String outcome,
            Mind.@Nullable Decision ending,
            @Nullable Boolean interrupts)
            implements ServerMessage {}

    /** The audio that follows is this clause. */
    record Clause(int turn, int n, String text, long fromMs) implements ServerMessage {}

    /** @param list pairs of milliseconds on the turn's audio and a mouth shape */
    record Visemes(int turn, int n, List<List<Object>> list) implements ServerMessage {}

    record Said(int turn, long audioMs) implements ServerMessage {}

    record Duck(int turn) implements ServerMessage {}

    record Restore(int turn) implements ServerMessage {}

    record Stop(int turn) implements ServerMessage {}

    record Cut(int turn, String text, long heardMs) implements ServerMessage {}

    /** Milliseconds after the end of speech; {@code waitedMs} is the policy's own waiting among them. */
    record Latency(
            int turn,
            long waitedMs,
            long textMs,
            long firstWordMs,
            long firstAudioMs,
            @Nullable Long playingMs) implements ServerMessage {}

    record SteppedDown(Down to, String why) implements ServerMessage {}

    record StageNow(String stage, @Nullable String outcome, Mind.@Nullable Decision ending) implements ServerMessage {}

    /** Whether it is recorded from now on; told when that is no longer what {@link Ready} told. */
    record Recording(boolean on) implements ServerMessage {}

    record Pong(long sentMs, long clockMs) implements ServerMessage {}

    /**
     * How the person speaks, at most once a second and only to who asked: pace and share of the talk over the last half
     * minute, fillers since it was asked for. What is absent is not measured, or not yet.
     *
     * @param whyNoFillers a code, where they are not counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gauge(
            double overS,
            @Nullable Double wordsPerMinute,
            @Nullable Boolean wordsPerMinuteEstimated,
            @Nullable Double talkRatio,
            @Nullable Integer fillers,
            @Nullable String whyNoFillers)
            implements ServerMessage {}

    /** @param key of the typed words that were not taken, where it is about such */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trouble(String code, String detail, @Nullable String key) implements ServerMessage {

        Trouble(String code, String detail) {
            this(code, detail, null);
        }
    }
}
