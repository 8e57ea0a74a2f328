package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Turns: what is said is committed before the first word of the answer leaves. A model's words are streamed as they come. */
@RestController
@RequestMapping("/api/v1/sessions/{id}/turns")
class TurnController {

    /** Longer than any answer may take. */
    private static final long STREAM_MS = 60_000;

    private final Delivery delivery;

    TurnController(Delivery delivery) {
        this.delivery = delivery;
    }

    record Say(@NotNull @Size(max = Training.LONGEST_TURN) String text) {}

    /**
     * @param heard the person's turn as stored
     * @param turn the counterpart's answer; absent when it has none
     * @param turns everything new, in order; begins with the counterpart's first words when this turn opened the room
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            SessionView.@Nullable TurnView heard,
            SessionView.@Nullable TurnView turn,
            List<SessionView.TurnView> turns,
            String stage,
            String phase,
            @Nullable String outcome,
            SessionView.@Nullable EndingView ending) {

        static Answer of(Exchange exchange) {
            List<SessionView.TurnView> turns =
                    exchange.turns().stream().map(TurnController::view).toList();
            TrainingSession session = exchange.session();
            String person = session.casting().seat().person().code();
            SessionView.TurnView heard = turns.stream()
                    .filter(t -> t.speaker().equals(person))
                    .findFirst()
                    .orElse(null);
            SessionView.TurnView answer = turns.isEmpty() ? null : turns.getLast();
            Stage.@Nullable Ended ended = session.stage() instanceof Stage.Ended e ? e : null;
            return new Answer(
                    heard,
                    answer == null || answer.speaker().equals(person) ? null : answer,
                    turns,
                    session.stage().code(),
                    turns.isEmpty() ? "greeting" : turns.getLast().phase(),
                    ended == null ? null : ended.outcome().code(),
                    ended == null || ended.ending() == null
                            ? null
                            : new SessionView.EndingView(
                                    ended.ending().decidingTurn(),
                                    ended.ending().decidingSentence()));
        }
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Say something; the counterpart's turn is in the answer")
    Answer say(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = TrainingController.LEASE, required = false) @Nullable UUID holder,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable @Size(max = 200) String key,
            @Valid @RequestBody Say said) {
        return Answer.of(delivery.say(
                who, new TrainingSessionId(id), holder, Spoken.typed(said.text()), key, Delivery.Listener.NOBODY));
    }

    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Say something; the answer comes word by word: events heard, word, turn, done")
    SseEmitter sayStreamed(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = TrainingController.LEASE, required = false) @Nullable UUID holder,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable @Size(max = 200) String key,
            @Valid @RequestBody Say said)
            throws IOException {
        SseEmitter emitter = new SseEmitter(STREAM_MS);
        TurnStream stream = new TurnStream(emitter);
        Spoken typed = Spoken.typed(said.text());
        if (!delivery.isWorded(who.organisation())) {
            stream.whole(delivery.say(who, new TrainingSessionId(id), holder, typed, key, Delivery.Listener.NOBODY));
            return emitter;
        }
        stream.worded(who, listener -> delivery.say(who, new TrainingSessionId(id), holder, typed, key, listener));
        return emitter;
    }

    static SessionView.TurnView view(PlayedTurn played) {
        Worded.@Nullable Instead instead = played.insteadOfModel();
        return new SessionView.TurnView(
                played.i(),
                played.marked().turn().speaker().code(),
                played.marked().turn().text(),
                played.marked().phase().code(),
                played.at(),
                played.techniqueTag(),
                played.sound() == null ? null : played.sound().startMs(),
                played.sound() == null ? null : played.sound().endMs(),
                played.sound() != null && played.sound().cutOff() ? true : null,
                instead == null ? null : instead.by(),
                instead == null ? null : instead.because());
    }
}
