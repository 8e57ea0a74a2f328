package org.sellmeapen.training;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.UUID;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.scoring.ScorecardView;
import org.sellmeapen.scoring.Scoring;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A session's scorecards: stored once, the same number everywhere, a second judging beside the first. */
@RestController
@RequestMapping("/api/v1/sessions/{id}/scorecards")
class ScorecardController {

    private final Training training;
    private final TrainingViews views;
    private final Scoring scoring;

    ScorecardController(Training training, TrainingViews views, Scoring scoring) {
        this.training = training;
        this.views = views;
        this.scoring = scoring;
    }

    record BeingMade(String status) {}

    @GetMapping("/latest")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "The latest scorecard; 202 while it is being made")
    @ApiResponse(
            responseCode = "200",
            description = "The scorecard",
            content = @Content(schema = @Schema(implementation = ScorecardView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Being made; ask again at Location",
            content = @Content(schema = @Schema(implementation = BeingMade.class)))
    ResponseEntity<?> latest(SignedIn who, @PathVariable UUID id) {
        views.mustBeSeen(who, new TrainingSessionId(id));
        if (scoring.isBeingMade(id)) {
            return beingMade(id);
        }
        return scoring.latest(id)
                .map(ScorecardView::of)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseThrow(() -> new NotFound("scorecard"));
    }

    @GetMapping
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "Every judging of a session, newest first")
    Page<ScorecardView> revisions(SignedIn who, @PathVariable UUID id) {
        views.mustBeSeen(who, new TrainingSessionId(id));
        return new Page<>(scoring.revisions(id).stream().map(ScorecardView::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Judge again; the earlier scorecards stay")
    ResponseEntity<?> again(SignedIn who, @PathVariable UUID id) {
        training.rescore(who, new TrainingSessionId(id));
        return beingMade(id);
    }

    private static ResponseEntity<?> beingMade(UUID id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/sessions/" + id + "/scorecards/latest"))
                .body(new BeingMade("being_made"));
    }
}
