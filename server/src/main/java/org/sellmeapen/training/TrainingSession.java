package org.sellmeapen.training;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/** One rehearsal of one scenario by one person, from the lobby to the last word. */
record TrainingSession(
        OrganisationId organisation,
        TrainingSessionId id,
        PersonId person,
        Casting casting,
        Stage stage,
        String memento,
        int hintsUsed,
        @Nullable Retry retry,
        boolean shared,
        @Nullable Lease lease,
        Instant lastActivity,
        long version) {

    TrainingSession start(Instant now) {
        return switch (stage) {
            case Stage.Lobby _ -> at(new Stage.Live(now, now, Duration.ZERO), now);
            case Stage.Live _ -> this; // a reload is not a second start
            case Stage.Paused paused -> at(new Stage.Live(paused.startedAt(), now, paused.played()), now);
            case Stage.Ended _ -> throw new SessionAlreadyEnded(id);
        };
    }

    TrainingSession pause(Instant now) {
        return switch (stage) {
            case Stage.Live live -> at(new Stage.Paused(live.startedAt(), stage.playedAt(now)), now);
            case Stage.Paused _ -> this;
            case Stage.Lobby _ -> throw new SessionNotStarted(id);
            case Stage.Ended _ -> throw new SessionAlreadyEnded(id);
        };
    }

    /** Nobody is there any more: paused as of when somebody last was, so that the clock does not run against them. */
    TrainingSession left() {
        return switch (stage) {
            case Stage.Live live -> {
                Instant gone = lease != null && lease.until().isAfter(lastActivity) ? lease.until() : lastActivity;
                yield at(new Stage.Paused(live.startedAt(), stage.playedAt(gone)), lastActivity);
            }
            case Stage.Lobby _, Stage.Paused _, Stage.Ended _ -> this;
        };
    }

    /** @param ending set where the counterpart decided */
    TrainingSession end(EndReason reason, Outcome outcome, @Nullable Ending ending, Instant now) {
        Instant started = switch (stage) {
            case Stage.Lobby _ -> null;
            case Stage.Live live -> live.startedAt();
            case Stage.Paused paused -> paused.startedAt();
            case Stage.Ended _ -> throw new SessionAlreadyEnded(id);
        };
        // Nobody played on after the last word of an abandoned session.
        Duration played = reason == EndReason.ABANDONED ? stage.playedAt(lastActivity) : stage.playedAt(now);
        return at(new Stage.Ended(started, now, reason, atMostLimit(played), outcome, ending, false), now);
    }

    TrainingSession scored() {
        return switch (stage) {
            case Stage.Ended e ->
                with(
                        new Stage.Ended(e.startedAt(), e.at(), e.reason(), e.played(), e.outcome(), e.ending(), true),
                        memento,
                        hintsUsed,
                        shared,
                        lease,
                        lastActivity,
                        version);
            case Stage.Lobby _, Stage.Live _, Stage.Paused _ ->
                throw new IllegalStateException("scored before its end");
        };
    }

    boolean timeIsUp(Instant now) {
        return stage instanceof Stage.Live && stage.playedAt(now).toSeconds() >= casting.timeLimitS();
    }

    boolean isOver() {
        return stage instanceof Stage.Ended;
    }

    /** Refuses whoever is kept out by somebody else's live lease; there is nothing to hold of what is over. */
    void mayBePlayedBy(@Nullable UUID holder, Instant now) {
        if (lease != null && !isOver() && lease.keepsOut(holder, now)) {
            throw new SessionOpenElsewhere();
        }
    }

    TrainingSession leased(Lease lease) {
        return with(stage, memento, hintsUsed, shared, lease, lastActivity, version);
    }

    TrainingSession hinted(Instant now) {
        return with(stage, memento, hintsUsed + 1, shared, lease, now, version);
    }

    TrainingSession sharedWithManagers(boolean shared) {
        return with(stage, memento, hintsUsed, shared, lease, lastActivity, version);
    }

    TrainingSession thinking(String memento, Instant now) {
        return with(stage, memento, hintsUsed, shared, lease, now, version);
    }

    TrainingSession saved() {
        return with(stage, memento, hintsUsed, shared, lease, lastActivity, version + 1);
    }

    private TrainingSession at(Stage stage, Instant now) {
        return with(stage, memento, hintsUsed, shared, lease, now, version);
    }

    private TrainingSession with(
            Stage stage,
            String memento,
            int hintsUsed,
            boolean shared,
            @Nullable Lease lease,
            Instant lastActivity,
            long version) {
        return new TrainingSession(
                organisation,
                id,
                person,
                casting,
                stage,
                memento,
                hintsUsed,
                retry,
                shared,
                lease,
                lastActivity,
                version);
    }

    private Duration atMostLimit(Duration played) {
        Duration limit = Duration.ofSeconds(casting.timeLimitS());
        return played.compareTo(limit) > 0 ? limit : played;
    }
}
