package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.MindView;
import org.sellmeapen.roleplay.Interpreted;
import org.sellmeapen.scoring.ScorecardView;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is shown after the last word: the conversation with the counterpart's mind laid open, and what it was worth. */
@RestController
class DebriefController {

    private final Debriefs debriefs;

    DebriefController(Debriefs debriefs) {
        this.debriefs = debriefs;
    }

    record ActView(String act, double confidence, List<String> because) {}

    record MoveView(int turn, String what, int by, String rule, String why) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TurnView(
            int i,
            String speaker,
            String text,
            String phase,
            Instant at,
            List<ActView> acts,
            MindView state,
            List<MoveView> moved,
            @Nullable String technique,
            @Nullable String techniqueTag,
            @Nullable WordedView worded) {}

    /**
     * Who worded a turn; absent where no model was set up.
     *
     * @param by {@code model}, {@code both} or {@code built_in}
     * @param why the model's words were not taken, or not all of them
     * @param because the same as a person is told it; absent where nothing stood in its way
     * @param sources of the organisation's documents that the model was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WordedView(
            String by,
            @Nullable String provider,
            @Nullable String model,
            @Nullable String why,
            Interpreted.@Nullable Why because,
            List<String> sources) {}

    record Monologue(int turn, int words) {}

    /** Ratios 0-1 of words; absent where nobody spoke. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(
            @Nullable Double repWordShare,
            int repQuestions,
            @Nullable Monologue longestMonologue,
            List<String> phasesReached,
            int turns) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Take(
            UUID sessionId,
            SessionView.@Nullable RetryView retryOf,
            @Nullable Integer total,
            @Nullable String outcome,
            Instant startedAt) {}

    record May(boolean delete, boolean share, boolean retry, boolean rescore) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Debrief(
            SessionView session,
            List<TurnView> turns,
            @Nullable MindView startState,
            @Nullable ScorecardView scorecard,
            boolean scorecardBeingMade,
            Figures figures,
            List<Take> takes,
            May may) {}

    @GetMapping("/api/v1/sessions/{id}/debrief")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "The annotated conversation of an ended session")
    Debrief debrief(SignedIn who, @PathVariable UUID id) {
        return debriefs.of(who, new TrainingSessionId(id));
    }
}
