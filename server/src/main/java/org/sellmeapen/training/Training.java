package org.sellmeapen.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.roleplay.Actor;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the rehearsal. Each call is one transaction; what it answers is on disk. A session of somebody else
 * is refused exactly like one that never was.
 */
@Service
public class Training {

    /** Longer than anybody says in one breath; a paste beyond it is refused before anything is written. */
    static final int LONGEST_TURN = 4000;

    private final TrainingSessions sessions;
    private final Scenarios scenarios;
    private final CounterpartDesk desk;
    private final Endings endings;
    private final SessionRemoval removal;
    private final AuditTrail audit;
    private final Ids ids;
    private final RandomGenerator chance;
    private final Clock clock;
    private final TrainingSettings settings;

    Training(
            TrainingSessions sessions,
            Scenarios scenarios,
            CounterpartDesk desk,
            Endings endings,
            SessionRemoval removal,
            AuditTrail audit,
            Ids ids,
            RandomGenerator chance,
            Clock clock,
            TrainingSettings settings) {
        this.sessions = sessions;
        this.scenarios = scenarios;
        this.desk = desk;
        this.endings = endings;
        this.removal = removal;
        this.audit = audit;
        this.ids = ids;
        this.chance = chance;
        this.clock = clock;
        this.settings = settings;
    }

    /** Opens the lobby. */
    @Transactional
    public TrainingSessionId begin(SignedIn who, BeginSession command) {
        Scenario scenario = scenarios.find(command.scenarioId()).orElseThrow(() -> new NotFound("scenario"));
        if (command.seat() != null && command.seat() != scenario.script().seat()) {
            throw new SeatNotOffered(command.scenarioId(), command.seat());
        }
        String language = command.language() == null ? scenario.script().language() : command.language();
        desk.mustSpeak(who.organisation(), scenario, language);
        long seed = command.seed() == null ? chance.nextLong() : command.seed();
        Instant now = clock.instant();
        TrainingSession session = new TrainingSession(
                who.organisation(),
                new TrainingSessionId(ids.next()),
                who.person(),
                desk.casting(scenario, command.level(), seed, language),
                new Stage.Lobby(),
                desk.seat(scenario, command.level(), seed).memento(),
                0,
                null,
                false,
                null,
                now,
                0);
        sessions.add(session, now);
        sessions.keepSnapshot(session, scenario.snapshot());
        audit.record(
                who.organisation(),
                who.person(),
                "session.created",
                "session:" + session.id(),
                Map.of(
                        "scenario",
                        scenario.address().toString(),
                        "level",
                        command.level().code()));
        return session.id();
    }

    /** From the lobby or a pause into the room; the counterpart's first words, where it begins, are among the turns. */
    @Transactional
    Exchange start(SignedIn who, TrainingSessionId id, @Nullable UUID holder) {
        TrainingSession session = held(who, id, holder);
        Instant now = clock.instant();
        if (!(session.stage() instanceof Stage.Lobby)) {
            return new Exchange(sessions.save(session.start(now)), List.of());
        }
        return opened(session.start(now), now);
    }

    /**
     * One turn of the person and what the counterpart answers.
     *
     * @param requestKey repeats of the same request bring the same turns
     */
    @Transactional
    Exchange say(SignedIn who, TrainingSessionId id, @Nullable UUID holder, String text, @Nullable String requestKey) {
        return say(who, id, holder, Spoken.typed(text), requestKey);
    }

    @Transactional
    Exchange say(
            SignedIn who, TrainingSessionId id, @Nullable UUID holder, Spoken spoken, @Nullable String requestKey) {
        String text = spoken.text();
        TrainingSession session = mine(who, id);
        if (requestKey != null) {
            List<PlayedTurn> earlier = sessions.turnsOfRequest(id, requestKey);
            if (!earlier.isEmpty()) {
                if (earlier.stream().noneMatch(t -> t.marked().turn().text().equals(text))) {
                    throw new RequestKeyReused();
                }
                return new Exchange(session, earlier);
            }
        }
        Instant now = clock.instant();
        session.mayBePlayedBy(holder, now);
        List<PlayedTurn> brought = new ArrayList<>();
        if (session.stage() instanceof Stage.Lobby) {
            Exchange opening = opened(session.start(now), now);
            brought.addAll(opening.turns());
            session = opening.session();
        }
        session = session.start(now);
        boolean late = session.timeIsUp(now);
        if (spoken.understood() == null && desk.isForeign(session)) {
            throw NotHeard.byNobody(); // the model that spoke this language is gone
        }
        Actor counterpart = desk.resume(session);
        List<PlayedTurn> turns = spoken.onto(
                played(session, counterpart, spoken.heardBy(counterpart), now, requestKey),
                counterpart.ending().isPresent());
        session = session.thinking(counterpart.memento(), now);
        Ending ending = counterpart.ending().orElse(null);
        ending = spoken.wordedIn(ending, turns.getLast());
        sessions.addTurns(session, turns);
        brought.addAll(turns);
        if (ending != null) {
            session = endings.close(session, EndReason.DECIDED, ending, now);
        } else if (late) {
            session = endings.close(session, EndReason.TIME_LIMIT, null, now);
        } else {
            session = sessions.save(session);
        }
        return new Exchange(session, brought, counterpart.cue());
    }

    @Transactional
    String hint(SignedIn who, TrainingSessionId id, @Nullable UUID holder) {
        Instant now = clock.instant();
        TrainingSession session = held(who, id, holder);
        if (session.stage() instanceof Stage.Lobby) {
            throw new SessionNotStarted(id);
        }
        session = session.start(now); // who asks is back from a pause
        int turn = sessions.turns(id).size();
        Optional<String> before = sessions.hintAt(id, turn);
        if (before.isPresent()) {
            sessions.save(session);
            return before.get(); // nothing was said since, so it is the same one and counts once
        }
        String hint = desk.resume(session).hint();
        TrainingSession hinted = sessions.save(session.hinted(now));
        sessions.addHint(hinted, turn, hint, now);
        return hint;
    }

    @Transactional
    void pause(SignedIn who, TrainingSessionId id, @Nullable UUID holder) {
        sessions.save(held(who, id, holder).pause(clock.instant()));
    }

    @Transactional
    void end(SignedIn who, TrainingSessionId id, @Nullable UUID holder) {
        TrainingSession session = held(who, id, holder);
        if (!session.isOver()) {
            endings.close(session, EndReason.ENDED_BY_PERSON, null, clock.instant());
        }
    }

    /** Claims the session for one tab or program; repeated as a heartbeat. */
    @Transactional
    Lease lease(SignedIn who, TrainingSessionId id, UUID holder, boolean takeOver) {
        Instant now = clock.instant();
        TrainingSession session = takeOver ? mine(who, id) : held(who, id, holder);
        Lease lease = new Lease(holder, now.plus(settings.lease()));
        sessions.save(session.leased(lease));
        return lease;
    }

    /** Branches at a turn of one's own: everything before it as it was, the mind included; the original stays. */
    @Transactional
    public TrainingSessionId retry(SignedIn who, TrainingSessionId id, int turn) {
        TrainingSession original = mine(who, id);
        if (!original.isOver()) {
            throw new SessionNotEnded(id);
        }
        List<PlayedTurn> turns = sessions.turns(id);
        if (turn < 0
                || turn >= turns.size()
                || turns.get(turn).marked().turn().speaker()
                        != original.casting().seat().person()) {
            throw new NoSuchMoment(id);
        }
        List<PlayedTurn> before = turns.subList(0, turn);
        Instant now = clock.instant();
        Duration played = before.isEmpty() ? Duration.ZERO : before.getLast().played();
        TrainingSession retry = new TrainingSession(
                who.organisation(),
                new TrainingSessionId(ids.next()),
                who.person(),
                original.casting(),
                before.isEmpty() ? new Stage.Lobby() : new Stage.Live(now, now, played),
                desk.mementoAfter(original, before),
                0,
                new Retry(id, turn),
                false,
                null,
                now,
                0);
        sessions.add(retry, now);
        sessions.addTurns(retry, before.stream().map(PlayedTurn::copied).toList());
        sessions.copyWordings(id, retry.id(), turn);
        audit.record(
                who.organisation(),
                who.person(),
                "session.retried",
                "session:" + retry.id(),
                Map.of("of", "session:" + id, "turn", String.valueOf(turn)));
        return retry.id();
    }

    /** Says which technique a turn of the AI seller was; null takes the tag back. After the end too: then it is judged anew. */
    @Transactional
    void tag(SignedIn who, TrainingSessionId id, int turn, @Nullable String technique) {
        TrainingSession session = mine(who, id);
        if (session.casting().seat() != Seat.BUYER) {
            throw new NoSuchMoment(id);
        }
        boolean ofTheSeller = sessions.turns(id).stream()
                .anyMatch(t -> t.i() == turn && t.marked().turn().speaker() == Seat.BUYER.counterpart());
        if (!ofTheSeller) {
            throw new NoSuchMoment(id);
        }
        if (technique != null && !desk.techniques().contains(technique)) {
            throw new NoSuchTechnique();
        }
        sessions.tag(id, turn, technique);
        if (session.isOver()) {
            endings.order(session);
        }
    }

    @Transactional
    void share(SignedIn who, TrainingSessionId id, boolean shared) {
        TrainingSession session = mine(who, id);
        sessions.save(session.sharedWithManagers(shared));
        audit.record(
                who.organisation(),
                who.person(),
                shared ? "session.shared" : "session.unshared",
                "session:" + id,
                Map.of());
    }

    /** A second judging beside the first. */
    @Transactional
    void rescore(SignedIn who, TrainingSessionId id) {
        TrainingSession session = mine(who, id);
        if (!session.isOver()) {
            throw new SessionNotEnded(id);
        }
        if (!endings.order(session)) {
            throw new ScorecardNotOrdered(id);
        }
        audit.record(who.organisation(), who.person(), "session.rescored", "session:" + id, Map.of());
    }

    /** Gone for good, with turns, hints and scorecards. */
    @Transactional
    public void delete(SignedIn who, TrainingSessionId id, boolean policyAllows) {
        mine(who, id);
        if (!policyAllows) {
            throw new SessionMayNotBeDeleted(id);
        }
        removal.remove(id);
        audit.record(who.organisation(), who.person(), "session.deleted", "session:" + id, Map.of());
    }

    private Exchange opened(TrainingSession session, Instant now) {
        Actor counterpart = desk.resume(session);
        List<PlayedTurn> turns = played(session, counterpart, counterpart.open(), now, null);
        TrainingSession begun = sessions.save(session.thinking(counterpart.memento(), now));
        sessions.addTurns(begun, turns);
        return new Exchange(begun, turns, turns.isEmpty() ? null : counterpart.cue());
    }

    private static List<PlayedTurn> played(
            TrainingSession session,
            Counterpart counterpart,
            List<MarkedTurn> marked,
            Instant now,
            @Nullable String requestKey) {
        List<PlayedTurn> turns = new ArrayList<>();
        for (int k = 0; k < marked.size(); k++) {
            boolean last = k == marked.size() - 1;
            turns.add(new PlayedTurn(
                    marked.get(k),
                    now,
                    session.stage().playedAt(now),
                    null,
                    last ? counterpart.memento() : null,
                    null,
                    k == 0 ? requestKey : null,
                    null));
        }
        return turns;
    }

    private TrainingSession mine(SignedIn who, TrainingSessionId id) {
        return sessions.lock(id)
                .filter(found -> found.person().equals(who.person()))
                .orElseThrow(() -> new NotFound("session"));
    }

    /** One's own session, unless another tab or program holds it. */
    private TrainingSession held(SignedIn who, TrainingSessionId id, @Nullable UUID holder) {
        TrainingSession session = mine(who, id);
        session.mayBePlayedBy(holder, clock.instant());
        return session;
    }
}
