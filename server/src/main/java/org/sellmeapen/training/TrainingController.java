package org.sellmeapen.training;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rehearsal over HTTP, but for the turns themselves: those are in {@link TurnController}. */
@RestController
@RequestMapping("/api/v1/sessions")
class TrainingController {

    static final String LEASE = "Session-Lease";

    private final Training training;
    private final Delivery delivery;
    private final TrainingViews views;
    private final SessionPolicy policy;

    TrainingController(Training training, Delivery delivery, TrainingViews views, SessionPolicy policy) {
        this.training = training;
        this.delivery = delivery;
        this.views = views;
        this.policy = policy;
    }

    record Begin(
            @NotBlank @Size(max = 200) String scenarioId,
            @NotNull Level level,
            @Nullable Seat seat,
            @Nullable @Size(max = 35) String language) {}

    record Claim(@NotNull UUID holder, @Nullable Boolean takeOver) {}

    record At(@NotNull Integer turn) {}

    record Share(@NotNull Boolean shared) {}

    record Tag(@NotBlank @Size(max = 100) String technique) {}

    record HintAnswer(int turn, String text, int hintsUsed) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Open the lobby of a rehearsal")
    ResponseEntity<SessionView> begin(SignedIn who, @Valid @RequestBody Begin begin) {
        TrainingSessionId id = training.begin(
                who, new BeginSession(begin.scenarioId(), begin.level(), begin.seat(), begin.language(), null));
        return created(who, id);
    }

    @GetMapping("/{id}")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "A session as it stands")
    SessionView session(
            SignedIn who, @PathVariable UUID id, @RequestHeader(name = LEASE, required = false) @Nullable UUID holder) {
        return views.session(who, new TrainingSessionId(id), holder);
    }

    @PostMapping("/{id}/lease")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Claim a session for this tab, and keep the claim alive")
    Lease lease(SignedIn who, @PathVariable UUID id, @Valid @RequestBody Claim claim) {
        return training.lease(who, new TrainingSessionId(id), claim.holder(), Boolean.TRUE.equals(claim.takeOver()));
    }

    @PostMapping("/{id}/start")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Enter the room")
    SessionView start(
            SignedIn who, @PathVariable UUID id, @RequestHeader(name = LEASE, required = false) @Nullable UUID holder) {
        delivery.start(who, new TrainingSessionId(id), holder);
        return views.session(who, new TrainingSessionId(id), holder);
    }

    @PostMapping("/{id}/resume")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Go on after a pause")
    SessionView resume(
            SignedIn who, @PathVariable UUID id, @RequestHeader(name = LEASE, required = false) @Nullable UUID holder) {
        return start(who, id, holder);
    }

    @PostMapping("/{id}/pause")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Stop the clock")
    SessionView pause(
            SignedIn who, @PathVariable UUID id, @RequestHeader(name = LEASE, required = false) @Nullable UUID holder) {
        training.pause(who, new TrainingSessionId(id), holder);
        return views.session(who, new TrainingSessionId(id), holder);
    }

    @PostMapping("/{id}/end")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Leave the room; the scorecard follows")
    SessionView end(
            SignedIn who, @PathVariable UUID id, @RequestHeader(name = LEASE, required = false) @Nullable UUID holder) {
        training.end(who, new TrainingSessionId(id), holder);
        return views.session(who, new TrainingSessionId(id), holder);
    }

    @PostMapping("/{id}/hints")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Ask for a hint; it is noted on the scorecard")
    HintAnswer hint(
            SignedIn who, @PathVariable UUID id, @RequestHeader(name = LEASE, required = false) @Nullable UUID holder) {
        String text = training.hint(who, new TrainingSessionId(id), holder);
        SessionView session = views.session(who, new TrainingSessionId(id), holder);
        return new HintAnswer(session.turns().size(), text, session.hintsUsed());
    }

    @PostMapping("/{id}/retries")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Branch at one of your turns and say it differently")
    ResponseEntity<SessionView> retry(SignedIn who, @PathVariable UUID id, @Valid @RequestBody At at) {
        return created(who, training.retry(who, new TrainingSessionId(id), at.turn()));
    }

    @PutMapping("/{id}/technique-tags/{turn}")
    @Needs(Permission.REHEARSE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say which technique the seller used in a turn")
    void tag(SignedIn who, @PathVariable UUID id, @PathVariable int turn, @Valid @RequestBody Tag tag) {
        training.tag(who, new TrainingSessionId(id), turn, tag.technique());
    }

    @DeleteMapping("/{id}/technique-tags/{turn}")
    @Needs(Permission.REHEARSE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a technique tag back")
    void untag(SignedIn who, @PathVariable UUID id, @PathVariable int turn) {
        training.tag(who, new TrainingSessionId(id), turn, null);
    }

    @PutMapping("/{id}/sharing")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "Share a session with the managers of one's teams, or stop sharing it")
    SessionView share(SignedIn who, @PathVariable UUID id, @Valid @RequestBody Share share) {
        training.share(who, new TrainingSessionId(id), share.shared());
        return views.session(who, new TrainingSessionId(id), null);
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.REHEARSE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one's own session for good, where the organisation allows it")
    void delete(SignedIn who, @PathVariable UUID id) {
        training.delete(who, new TrainingSessionId(id), policy.ownersMayDelete(who));
    }

    private ResponseEntity<SessionView> created(SignedIn who, TrainingSessionId id) {
        return ResponseEntity.created(URI.create("/api/v1/sessions/" + id)).body(views.session(who, id, null));
    }
}
