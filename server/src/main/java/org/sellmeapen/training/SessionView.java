package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.roleplay.Interpreted;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.scenarios.Script;

/** A session as the room sees it: the counterpart's mind stays hidden until the end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        UUID id,
        ScenarioOfSession scenario,
        String level,
        String seat,
        String language,
        String stage,
        @Nullable String phase,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        int timeLimitS,
        long elapsedS,
        @Nullable String outcome,
        @Nullable EndingView ending,
        int hintsUsed,
        List<HintView> hints,
        @Nullable RetryView retryOf,
        PersonLine person,
        boolean shared,
        long version,
        List<TurnView> turns,
        boolean openElsewhere) {

    /** What the room and the debrief show of the scenario, from the session's own snapshot. */
    record ScenarioOfSession(
            String id, String address, String title, String category, PersonaView persona, int minutes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonaView(String name, String role, @Nullable String company, String voiceLine) {

        static PersonaView of(Script.Persona persona) {
            return new PersonaView(persona.name(), persona.role(), persona.company(), persona.voiceLine());
        }
    }

    record ScenarioLine(String id, String address, String title, String category, String personaName) {}

    record PersonLine(UUID id, String name) {}

    record EndingView(int turn, String sentence) {}

    record HintView(int turn, String text) {}

    record RetryView(UUID sessionId, int turn) {}

    /**
     * @param startMs and {@code endMs} on the clock of the call and its recording; absent where it was typed
     * @param insteadOfModel where the built-in words took over from a model: {@code built_in} in all of the turn, {@code both} in
     *     its end
     * @param insteadBecause what stood in its way
     * @param cutOff true where the person took the word; then the text is what was heard
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TurnView(
            int i,
            String speaker,
            String text,
            String phase,
            Instant at,
            @Nullable String techniqueTag,
            @Nullable Long startMs,
            @Nullable Long endMs,
            @Nullable Boolean cutOff,
            Worded.@Nullable By insteadOfModel,
            Interpreted.@Nullable Why insteadBecause) {}

    record BandView(int low, int high) {}

    /** One row of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            ScenarioLine scenario,
            String level,
            String seat,
            String stage,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable Integer total,
            @Nullable BandView band,
            PersonLine person,
            @Nullable RetryView retryOf,
            boolean shared) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrendPoint(
            UUID sessionId,
            Instant at,
            int total,
            @Nullable Integer low,
            @Nullable Integer high,
            String scenarioId,
            String title,
            String level) {}
}
