package org.sellmeapen.coaching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.speech.SpeechReport;
import org.sellmeapen.speech.SpeechTimeline;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.training.SpokenRehearsals;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a session was said, for whoever may read its debrief. */
@RestController
class SessionSpeechController {

    private final SpokenRehearsals rehearsals;
    private final Analyses analyses;

    SessionSpeechController(SpokenRehearsals rehearsals, Analyses analyses) {
        this.rehearsals = rehearsals;
        this.analyses = analyses;
    }

    /**
     * @param state {@code measured}, {@code measuring} or {@code not_measured}
     * @param because why it was not: {@code typed}, {@code not_agreed}, {@code switched_off}, {@code removed},
     *     {@code expired}, {@code not_made}, {@code bought} (the person sat in the buyer's chair)
     * @param usual of the person's last ten sessions in this language before this one, by figure
     * @param findings three at most, the weightiest first
     * @param chosenBy how they were ranked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String state,
            @Nullable String because,
            @Nullable String language,
            @Nullable Instant endedAt,
            @Nullable SpeechReport report,
            @Nullable SpeechTimeline timeline,
            @Nullable Map<String, Double> figures,
            @Nullable Map<String, OwnRange> usual,
            @Nullable List<Told> findings,
            @Nullable String chosenBy) {

        static View without(String state, @Nullable String because) {
            return new View(state, because, null, null, null, null, null, null, null, null);
        }
    }

    @GetMapping("/api/v1/sessions/{id}/speech")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Transactional(readOnly = true)
    @Operation(
            summary =
                    "How a session was said: figures, findings with their moments, a timeline; or why it was not measured")
    View speech(SignedIn who, @PathVariable UUID id) {
        rehearsals.mustBeSeen(who, id);
        return analyses.find(id).map(this::view).orElseGet(() -> unmeasured(id));
    }

    private View view(Analyses.Analysis analysis) {
        return new View(
                "measured",
                null,
                analysis.language(),
                analysis.endedAt(),
                analysis.measured().report(),
                analysis.measured().timeline(),
                analysis.measured().figures(),
                analyses.usual(analysis.person(), analysis.language(), analysis.endedAt()),
                analysis.findings(),
                Choice.FORMULA);
    }

    private View unmeasured(UUID id) {
        String why = rehearsals.whyUnheard(id).orElse(null);
        if (why != null) {
            return View.without("not_measured", why);
        }
        boolean bought = rehearsals.over(id).filter(spoken -> !spoken.selling()).isPresent();
        return bought ? View.without("not_measured", "bought") : View.without("measuring", null);
    }
}
