package org.sellmeapen.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The repository. Every method works within the organisation of the current transaction. */
interface TrainingSessions {

    void add(TrainingSession session, Instant createdAt);

    Optional<TrainingSession> find(TrainingSessionId id);

    /** Locks the session until the transaction ends. */
    Optional<TrainingSession> lock(TrainingSessionId id);

    /**
     * @return the session with its new version
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else was quicker
     */
    TrainingSession save(TrainingSession session);

    void remove(TrainingSessionId id);

    void addTurns(TrainingSession session, List<PlayedTurn> turns);

    List<PlayedTurn> turns(TrainingSessionId id);

    /** How the turns before that one were worded, for a session that begins with them. */
    void copyWordings(TrainingSessionId from, TrainingSessionId to, int before);

    /** The turns that an earlier request of the same key brought. */
    List<PlayedTurn> turnsOfRequest(TrainingSessionId id, String requestKey);

    void tag(TrainingSessionId id, int turn, @Nullable String technique);

    /** Where a turn lies on the call clock. */
    void sounded(TrainingSessionId id, int turn, PlayedTurn.Sound sound);

    /** What of a turn was heard; what the mind knows of it stays. */
    void reword(TrainingSessionId id, int turn, String text);

    void addHint(TrainingSession session, int turn, String text, Instant at);

    /** The hint given when so many turns had been said. */
    Optional<String> hintAt(TrainingSessionId id, int turn);

    void keepSnapshot(TrainingSession session, String content);

    String snapshot(String digest);

    /** Live sessions whose lease ended before {@code leaseOver}, or that never had one and are silent; locked, others' skipped. */
    List<TrainingSession> lockLeft(Instant leaseOver, Instant silentSince, int atMost);

    /** Open sessions nobody has touched since {@code before}, and live ones whose time is up at {@code now}; locked, others' skipped. */
    List<TrainingSession> lockOverdue(Instant before, Instant now, int atMost);

    /** At most so many that ended before then, oldest first. */
    List<TrainingSessionId> endedBefore(Instant before, int atMost);
}
