package org.sellmeapen.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.roleplay.Actor;
import org.sellmeapen.roleplay.Interpreted;
import org.sellmeapen.roleplay.Understood;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.roleplay.Wording;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays a session once more without any model: the same scenario, level and seed, the person's words, and what the models said
 * then. Shows that nothing but these made it what it was.
 */
@Component
class Replay {

    private static final Wording.Patience PATIENT =
            new Wording.Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** @param differing turns of the counterpart that came out otherwise; those that were cut off are not compared */
    record Played(List<String> texts, List<Integer> differing) {}

    private final TrainingSessions sessions;
    private final Wordings wordings;
    private final CounterpartDesk desk;
    private final Wording wording;

    Replay(TrainingSessions sessions, Wordings wordings, CounterpartDesk desk, Wording wording) {
        this.sessions = sessions;
        this.wordings = wordings;
        this.desk = desk;
        this.wording = wording;
    }

    @Transactional(readOnly = true)
    Played played(SignedIn who, TrainingSessionId id) throws InterruptedException {
        TrainingSession session = sessions.find(id)
                .filter(found -> found.person().equals(who.person()))
                .orElseThrow(() -> new NotFound("session"));
        Map<Integer, Wordings.Kept> kept =
                wordings.of(id).stream().collect(Collectors.toMap(Wordings.Kept::i, Function.identity()));
        Casting casting = session.casting();
        Actor actor = desk.seat(desk.scenario(casting), casting.level(), casting.seed());
        Speaker person = casting.seat().person();
        List<Turn> soFar = new ArrayList<>();
        List<Integer> differing = new ArrayList<>();
        List<PlayedTurn> turns = sessions.turns(id);
        actor.open();
        for (PlayedTurn turn : turns) {
            Turn said = turn.marked().turn();
            if (said.speaker() == person) {
                soFar.add(said);
                continue;
            }
            String text = answer(session, actor, soFar, kept.get(said.i()), said.i() == 0);
            boolean cut = turn.sound() != null && turn.sound().cutOff();
            if (!cut && !said.text().endsWith(text)) {
                differing.add(said.i());
            }
            soFar.add(new Turn(said.i(), said.speaker(), said.text()));
        }
        return new Played(soFar.stream().map(Turn::text).toList(), differing);
    }

    private String answer(
            TrainingSession session, Actor actor, List<Turn> soFar, Wordings.@Nullable Kept kept, boolean first)
            throws InterruptedException {
        String language = session.casting().language();
        boolean interpreted = desk.isForeign(session) && !first;
        if (!interpreted && !first) {
            actor.hear(soFar.getLast().text());
        }
        if (kept == null) {
            return actor.cue().direction().text();
        }
        Recording recording = new Recording(kept);
        Worded worded = interpreted
                ? answered(wording.interpret(
                        recording,
                        actor.offer(),
                        language,
                        soFar,
                        0,
                        PATIENT,
                        (Understood how) -> {
                            actor.hear(soFar.getLast().text(), how);
                            return actor.cue();
                        },
                        Wording.Clauses.NONE))
                : wording.word(recording, actor.cue(), language, soFar, 0, PATIENT, Wording.Clauses.NONE);
        actor.worded(worded.text());
        return worded.text();
    }

    private static Worded answered(Interpreted interpreted) {
        return switch (interpreted) {
            case Interpreted.Answered(Worded worded) -> worded;
            case Interpreted.NotUnderstood _ -> throw new IllegalStateException("what was understood is not on record");
        };
    }
}
