package org.sellmeapen.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.Storable;
import org.sellmeapen.roleplay.Actor;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What only a voice needs of a rehearsal: when a turn sounded, what was heard of it, how it was worded in the end. Turns
 * themselves are taken by {@link Training}.
 */
@Service
class SpokenTurns {

    private final TrainingSessions sessions;
    private final CounterpartDesk desk;
    private final Wordings wordings;

    SpokenTurns(TrainingSessions sessions, CounterpartDesk desk, Wordings wordings) {
        this.sessions = sessions;
        this.desk = desk;
        this.wordings = wordings;
    }

    /** What the answer would be; nothing is stored. */
    @Transactional(readOnly = true)
    List<String> consider(SignedIn who, TrainingSessionId id, String text) {
        TrainingSession session = seen(who, id);
        if (!(session.stage() instanceof Stage.Live)) {
            return List.of();
        }
        return desk.resume(session).hear(text).stream()
                .skip(1)
                .map(turn -> turn.turn().text())
                .toList();
    }

    /** The session with its turns as they stand. */
    @Transactional(readOnly = true)
    Exchange standing(SignedIn who, TrainingSessionId id) {
        TrainingSession session = seen(who, id);
        return new Exchange(session, sessions.turns(id));
    }

    /** The counterpart as it is now; what it hears from here on is forgotten. */
    @Transactional(readOnly = true)
    Actor rehearsed(SignedIn who, TrainingSessionId id) {
        return desk.resume(seen(who, id));
    }

    /** Whether it is played in a language that the scenario is not written in. */
    @Transactional(readOnly = true)
    boolean isForeign(SignedIn who, TrainingSessionId id) {
        return desk.isForeign(seen(who, id));
    }

    @Transactional(readOnly = true)
    boolean isTaken(TrainingSessionId id, @Nullable String requestKey) {
        return requestKey != null && !sessions.turnsOfRequest(id, requestKey).isEmpty();
    }

    /** When a turn sounded. */
    @Transactional
    void sounded(SignedIn who, TrainingSessionId id, int turn, PlayedTurn.Sound sound) {
        locked(who, id);
        sessions.sounded(id, turn, sound);
    }

    /**
     * The person took the word: the record keeps what was heard. Once the session is over its words stand, since they are
     * being judged.
     */
    @Transactional
    PlayedTurn cut(SignedIn who, TrainingSessionId id, int turn, String heard, PlayedTurn.Sound sound) {
        TrainingSession session = locked(who, id);
        PlayedTurn cut = sessions.turns(id).stream()
                .filter(t -> t.i() == turn
                        && t.marked().turn().speaker()
                                == session.casting().seat().counterpart())
                .findFirst()
                .orElseThrow(() -> new NoSuchMoment(id));
        sessions.sounded(id, turn, sound);
        if (!session.isOver() && cut.marked().turn().text().startsWith(heard)) {
            sessions.reword(id, turn, brokenOff(heard));
        }
        return sessions.turns(id).get(turn);
    }

    /**
     * A voice that words the counterpart's turns by itself said this one so. Its words take the place of ours, which nobody
     * heard; once the session is over the words that are being judged stand.
     */
    @Transactional
    PlayedTurn worded(SignedIn who, TrainingSessionId id, int turn, String words) {
        TrainingSession session = locked(who, id);
        List<PlayedTurn> turns = sessions.turns(id);
        if (turn < 0
                || turn >= turns.size()
                || turns.get(turn).marked().turn().speaker()
                        != session.casting().seat().counterpart()) {
            throw new NoSuchMoment(id);
        }
        if (session.isOver() || words.isBlank() || !Storable.is(words)) {
            return turns.get(turn);
        }
        PlayedTurn said = turns.get(turn).saying(Spoken.asMuchAsATurnHolds(words));
        sessions.reword(id, turn, said.marked().turn().text());
        return said;
    }

    /**
     * A model worded the answer, or did not; either way it is noted. What was said meanwhile stays as it is.
     *
     * @param sources what the model was given of the organisation's documents
     */
    @Transactional
    PlayedTurn delivered(
            SignedIn who, TrainingSessionId id, int turn, @Nullable String cutIn, Worded worded, List<String> sources) {
        TrainingSession session = locked(who, id);
        List<PlayedTurn> turns = sessions.turns(id);
        PlayedTurn answer = turns.get(turn);
        wordings.keep(session, turn, worded, sources);
        PlayedTurn said = answer.saying(worded.text()).worded(worded);
        if (cutIn != null) {
            said = said.beginningWith(cutIn);
        }
        if (session.isOver() || said.equals(answer)) {
            return answer;
        }
        if (said.marked().equals(answer.marked())) {
            return said;
        }
        if (answer.memento() == null || turn != turns.size() - 1) {
            sessions.reword(id, turn, said.marked().turn().text());
            return said;
        }
        Actor actor = desk.resume(session);
        actor.worded(worded.text());
        wordings.reword(id, turn, said.marked().turn().text(), actor.memento());
        sessions.save(session.thinking(actor.memento(), session.lastActivity()));
        return said;
    }

    private static String brokenOff(String heard) {
        String words = heard.replaceAll("[\\s.,;:!?…–—-]+$", "");
        return words.isEmpty() ? "…" : words + "—";
    }

    private TrainingSession seen(SignedIn who, TrainingSessionId id) {
        return own(sessions.find(id), who);
    }

    private TrainingSession locked(SignedIn who, TrainingSessionId id) {
        return own(sessions.lock(id), who);
    }

    private static TrainingSession own(Optional<TrainingSession> session, SignedIn who) {
        return session.filter(found -> found.person().equals(who.person())).orElseThrow(() -> new NotFound("session"));
    }
}
