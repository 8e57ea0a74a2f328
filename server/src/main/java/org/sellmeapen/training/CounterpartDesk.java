package org.sellmeapen.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sellmeapen.ai.Models;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.roleplay.Actor;
import org.sellmeapen.roleplay.Roleplay;
import org.sellmeapen.roleplay.Technique;
import org.sellmeapen.roleplay.Wording;
import org.sellmeapen.scenarios.Brief;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scoring.ScorecardOrder;
import org.sellmeapen.scoring.ScoringContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Seats the counterpart a session was begun with, whatever the library has become since, and writes the judge's order. */
@Component
class CounterpartDesk {

    private static final int SCENARIOS_KEPT = 200;

    private final Roleplay roleplay;
    private final Scenarios scenarios;
    private final TrainingSessions sessions;
    private final Models models;

    /** Parsed snapshots by digest; a digest never changes its meaning. */
    private final Map<String, Scenario> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Scenario> eldest) {
            return size() > SCENARIOS_KEPT;
        }
    };

    CounterpartDesk(Roleplay roleplay, Scenarios scenarios, TrainingSessions sessions, ObjectProvider<Models> models) {
        this.roleplay = roleplay;
        this.scenarios = scenarios;
        this.sessions = sessions;
        this.models = models.getIfAvailable(() -> Models.NONE);
    }

    /**
     * In a language other than the scenario's, somebody must be there who speaks it.
     *
     * @throws LanguageNotOffered with the reason
     */
    void mustSpeak(OrganisationId organisation, Scenario scenario, String language) {
        if (language.equals(scenario.script().language())) {
            return;
        }
        if (!Wording.knows(language)) {
            throw LanguageNotOffered.unknown(scenario.id());
        }
        if (models.language(organisation, Purpose.TALK).isEmpty()) {
            throw LanguageNotOffered.withoutModel(scenario.id());
        }
    }

    /** Those that {@link #mustSpeak} takes, the scenario's own first. */
    List<String> languages(OrganisationId organisation, Script script) {
        Stream<String> others = models.language(organisation, Purpose.TALK).isEmpty()
                ? Stream.empty()
                : Wording.languages().stream().sorted();
        return Stream.concat(Stream.of(script.language()), others).distinct().toList();
    }

    /** It is played in a language that the scenario is not written in. */
    boolean isForeign(TrainingSession session) {
        return !session.casting()
                .language()
                .equals(scenario(session.casting()).script().language());
    }

    Casting casting(Scenario scenario, Level level, long seed, String language) {
        Script script = scenario.script();
        return new Casting(
                scenario.id(),
                scenario.address().toString(),
                scenario.digest(),
                script.title(),
                script.category().code(),
                script.persona().name(),
                level,
                script.seat(),
                language,
                seed,
                script.timeLimitS());
    }

    Actor seat(Scenario scenario, Level level, long seed) {
        return roleplay.seat(scenario, level, seed);
    }

    Actor resume(TrainingSession session) {
        return roleplay.resume(scenario(session.casting()), session.memento());
    }

    /** The mind as it was after these turns of a session; as at the beginning after none. */
    String mementoAfter(TrainingSession session, List<PlayedTurn> turns) {
        for (PlayedTurn turn : turns.reversed()) {
            if (turn.memento() != null) {
                return turn.memento();
            }
        }
        Casting casting = session.casting();
        return roleplay.seat(scenario(casting), casting.level(), casting.seed()).memento();
    }

    Set<String> techniques() {
        return roleplay.techniques().stream().map(Technique::id).collect(Collectors.toSet());
    }

    Script script(String address, String digest) {
        return scenario(address, digest).script();
    }

    ScorecardOrder order(TrainingSession session, List<PlayedTurn> turns) {
        Casting casting = session.casting();
        Script script = scenario(casting).script();
        List<Turn> words = turns.stream().map(t -> t.marked().turn()).toList();
        List<ScoringContext.Technique> used = new ArrayList<>();
        List<ScoringContext.Technique> tags = new ArrayList<>();
        for (PlayedTurn turn : turns) {
            if (turn.marked().technique() != null) {
                used.add(new ScoringContext.Technique(turn.i(), turn.marked().technique()));
            }
            if (turn.techniqueTag() != null) {
                tags.add(new ScoringContext.Technique(turn.i(), turn.techniqueTag()));
            }
        }
        return new ScorecardOrder(
                session.id().value(),
                script.rubric(),
                new Transcript(session.id().toString(), casting.language(), words),
                new ScoringContext(
                        firstOfEach(script.betterLines()),
                        ending(session, words),
                        used,
                        tags,
                        List.of(),
                        holds(script)),
                session.hintsUsed());
    }

    /** Where nobody decided, no sentence is the deciding one. */
    private static Ending ending(TrainingSession session, List<Turn> words) {
        if (session.stage() instanceof Stage.Ended ended && ended.ending() != null) {
            return ended.ending();
        }
        return new Ending(Outcome.UNDECIDED, words.getLast().i(), "");
    }

    private static List<ScoringContext.BriefPoint> holds(Script script) {
        Brief brief = script.brief();
        return brief == null || script.seat() == Seat.SELLER
                ? List.of()
                : brief.holdsTo().stream()
                        .map(hold -> new ScoringContext.BriefPoint(hold.what(), hold.brokenBySaying()))
                        .toList();
    }

    private static Map<String, String> firstOfEach(Map<String, List<String>> lines) {
        Map<String, String> first = new LinkedHashMap<>();
        lines.forEach((criterion, wordings) -> {
            if (!wordings.isEmpty()) {
                first.put(criterion, wordings.getFirst());
            }
        });
        return first;
    }

    Scenario scenario(Casting casting) {
        return scenario(casting.scenarioAddress(), casting.scenarioDigest());
    }

    private Scenario scenario(String address, String digest) {
        synchronized (parsed) {
            Scenario known = parsed.get(digest);
            if (known != null) {
                return known;
            }
        }
        Scenario scenario = scenarios.fromSnapshot(address, sessions.snapshot(digest));
        synchronized (parsed) {
            parsed.put(digest, scenario);
        }
        return scenario;
    }
}
