package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.roleplay.Heard.Ask;
import org.sellmeapen.roleplay.Heard.Question;
import org.sellmeapen.roleplay.Mind.Standing;
import org.sellmeapen.roleplay.Mind.Standing.State;
import org.sellmeapen.scenarios.Objection;

/** Objections come when the moment fits, return when brushed off, and dissolve when taken in and answered. */
final class Objecting {

    /** Turns of the seller. */
    private static final int RETURNS_AFTER = 2;

    /** Marks a point that was made by an act rather than by one of the listed answers. */
    private static final int BY_ACT = 100;

    private static final int SENTENCE = 7;
    private static final int FACTS_AT_ONCE = 2;
    /** What a second answer of that sort is worth beside the first. */
    private static final double LESS = 0.9;
    /** A reading this weak is believed when it is what one would expect at this place. */
    private static final double EXPECTED = 0.2;

    private final Buyer buyer;

    Objecting(Buyer buyer) {
        this.buyer = buyer;
    }

    /** Which objections come up in this conversation: the heavier an objection, the likelier. */
    static List<String> chosen(List<Objection> all, Levels.Knobs knobs) {
        return all.stream()
                .sorted(Comparator.comparingDouble(objection ->
                        -Math.pow(Chance.of(knobs.seed(), "comes/" + objection.id()), 1.0 / objection.weight())))
                .limit(knobs.count("objections"))
                .map(Objection::id)
                .toList();
    }

    /** What this turn does to the objections that stand. One reaction is enough: what is settled goes first. */
    void weigh(Moment moment) {
        List<String> standing = buyer.mind().standing();
        String latest = standing.stream()
                .max(Comparator.comparingInt(id -> state(id).saidAt))
                .orElse("");
        List<Answered> open = new ArrayList<>();
        anticipate(moment);
        for (String id : standing) {
            Answered answered = listen(moment, id, id.equals(latest));
            if (answered.settles()) {
                resolve(moment, buyer.index().objection(id), state(id));
            } else {
                open.add(answered);
            }
        }
        for (Answered answered : open) {
            react(moment, answered);
        }
    }

    /** What is answered before it is said need not be answered again, unless everything was poured out at once. */
    private void anticipate(Moment moment) {
        Heard heard = moment.heard;
        if (!heard.states() || heard.productFacts().size() > FACTS_AT_ONCE) {
            return;
        }
        buyer.mind().objections.forEach((id, standing) -> {
            if (standing.state == State.TO_COME) {
                standing.points.addAll(heard.points().getOrDefault(id, Set.of()));
            }
        });
    }

    /**
     * @param latest the one that was said last
     * @param progress a new point was made, by name or loosely
     */
    private record Answered(
            Objection objection, boolean latest, boolean fresh, boolean worse, boolean progress, boolean settles) {}

    private Answered listen(Moment moment, String id, boolean latest) {
        Heard heard = moment.heard;
        Objection objection = buyer.index().objection(id);
        Standing standing = state(id);
        boolean fresh = standing.saidAt == buyer.mind().heardTurns - 1;
        if (latest && heard.acknowledges() && !standing.takenIn) {
            standing.takenIn = true;
            buyer.signal(moment, Signal.Kind.ACKNOWLEDGES, id);
        }
        if (latest && makesWorse(heard, objection)) {
            standing.loose -= 0.5;
            return new Answered(objection, true, fresh, true, false, false);
        }
        Set<Integer> points = new HashSet<>(heard.points().getOrDefault(id, Set.of()));
        if (latest || fresh) {
            objection.resolves().acts().stream().filter(heard::does).forEach(act -> points.add(BY_ACT + act.ordinal()));
        }
        boolean asksOnly = heard.question() != Question.NONE && !heard.states();
        boolean named = !asksOnly && standing.points.addAll(points);
        boolean loose = latest && !named && !asksOnly && answersLoosely(heard, objection);
        if (loose) {
            standing.loose += buyer.knobs().get("loose_point") * (standing.loose > 0 ? LESS : 1);
        }
        boolean enough = standing.points.size() + standing.loose + 0.01 >= enough(objection);
        boolean takenIn = standing.takenIn || !buyer.knobs().happens("take_in", id);
        boolean now = named || loose || (latest && heard.acknowledges());
        return new Answered(objection, latest, fresh, false, named || loose, enough && takenIn && now);
    }

    private void react(Moment moment, Answered answered) {
        Objection objection = answered.objection();
        Standing standing = state(objection.id());
        if (answered.worse()) {
            buyer.signal(moment, Signal.Kind.MAKES_IT_WORSE, objection.id());
            returns(moment, objection, standing);
        } else if (answered.progress()) {
            buyer.signal(moment, Signal.Kind.ANSWERS_HALF, objection.id());
            if (!moment.objected) {
                speak(moment, standing, worded(moment, standing, objection.half(), "half_answer"), objection);
            }
        } else if (answered.latest() && !moment.objected) {
            unanswered(moment, objection, standing, answered.fresh(), moment.heard.acknowledges());
        }
    }

    private void unanswered(
            Moment moment, Objection objection, Standing standing, boolean fresh, boolean acknowledgedNow) {
        Heard heard = moment.heard;
        if (heard.says("explores") || (fresh && heard.question() != Question.NONE && acknowledgedNow)) {
            buyer.signal(moment, Signal.Kind.EXPLORES_OBJECTION, objection.id());
            if (heard.subjects().isEmpty()) {
                speak(moment, standing, buyer.small(moment, "explored"), objection);
            }
        } else if (acknowledgedNow && heard.question() == Question.NONE && heard.ask() == Ask.NONE) {
            speak(moment, standing, buyer.small(moment, "taken_in"), objection);
        } else if (heard.question() == Question.NONE && heard.ask() == Ask.NONE && fresh) {
            boolean talks = !heard.productFacts().isEmpty();
            buyer.signal(moment, talks ? Signal.Kind.TALKS_PAST : Signal.Kind.BRUSHES_OFF, objection.id());
            returns(moment, objection, standing);
        } else if (heard.states() && buyer.mind().heardTurns - standing.saidAt >= RETURNS_AFTER) {
            returns(moment, objection, standing);
        }
    }

    private void resolve(Moment moment, Objection objection, Standing standing) {
        standing.state = State.RESOLVED;
        moment.event("resolved:" + objection.id(), "resolved");
        buyer.signal(moment, Signal.Kind.ANSWERS_OBJECTION, objection.id());
        if (!moment.objected) {
            moment.objected = true;
            String line = worded(moment, standing, objection.dissolve(), "dissolved");
            moment.say(line, Act.AGREEMENT, "resolved:" + objection.id());
        }
    }

    /** The author's lines speak of the author's points, so they are said only where one was made. */
    private String worded(Moment moment, Standing standing, List<String> authors, String situation) {
        List<String> lines = standing.points.isEmpty() ? List.of() : authors;
        String line = buyer.tongue().fitting(lines, one -> buyer.index().suits(one, moment.heard.words()));
        return line != null ? line : buyer.tongue().own(lines, situation, Map.of(), moment.turn);
    }

    /** It comes back, in other words. */
    void returns(Moment moment, Objection objection, Standing standing) {
        moment.event("returned:" + objection.id(), "returned");
        speak(
                moment,
                standing,
                buyer.tongue().own(objection.again(), "still_stands", Map.of(), moment.turn),
                objection);
    }

    private void speak(Moment moment, Standing standing, String line, Objection objection) {
        standing.saidAt = buyer.mind().heardTurns;
        moment.objected = true;
        moment.say(line, objection.kind(), "objection:" + objection.id());
    }

    /** Raises one whose moment this is. */
    void raise(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        boolean moved = heard.states() || heard.ask() != Ask.NONE;
        if (moment.objected
                || !moved
                || mind.heardTurns < 2
                || mind.standing().size() > buyer.knobs().atMost("stacked", 0)) {
            return;
        }
        pending()
                .filter(objection -> fits(objection, heard))
                .findFirst()
                .ifPresent(objection -> raise(moment, objection));
    }

    /** One that has not come up yet, however little this is its moment: nobody signs before saying it. */
    boolean raiseAtAsk(Moment moment, Act ask) {
        Optional<Objection> next = pending()
                .sorted(Comparator.comparing(
                        objection -> !objection.comes().after().contains(ask)))
                .findFirst();
        next.ifPresent(objection -> raise(moment, objection));
        return next.isPresent();
    }

    private void raise(Moment moment, Objection objection) {
        Standing standing = state(objection.id());
        standing.state = State.STANDS;
        moment.event("raised:" + objection.id(), "raised");
        speak(
                moment,
                standing,
                buyer.tongue().own(objection.raise(), "still_stands", Map.of(), moment.turn),
                objection);
    }

    private Stream<Objection> pending() {
        return buyer.mind().objections.entrySet().stream()
                .filter(entry -> entry.getValue().state == State.TO_COME)
                .map(entry -> buyer.index().objection(entry.getKey()))
                .sorted(Comparator.comparingInt(Objection::weight)
                        .reversed()
                        .thenComparing(objection -> Chance.of(buyer.mind().seed, "order/" + objection.id())));
    }

    private boolean fits(Objection objection, Heard heard) {
        Objection.Comes comes = objection.comes();
        return buyer.mind().heardTurns >= comes.fromTurn()
                && !heard.points().containsKey(objection.id())
                && (comes.after().stream().anyMatch(heard::does)
                        || heard.comes().contains(objection.id())
                        || (heard.ask() == Ask.ORDER && comes.after().contains(Act.CLOSE_ASK)));
    }

    private static boolean makesWorse(Heard heard, Objection objection) {
        return objection.worsens().acts().stream().anyMatch(act -> isSurely(heard, act))
                || heard.pushes()
                || (heard.worse().contains(objection.id()) && !heard.acknowledges());
    }

    private static boolean isSurely(Heard heard, Act act) {
        return switch (act) {
            case PRESSURE -> heard.pushes();
            case COMPETITOR_ATTACK -> heard.attacks();
            default -> heard.does(act);
        };
    }

    /** Substance of the right sort, but none that the scenario names. */
    private static boolean answersLoosely(Heard heard, Objection objection) {
        boolean fact = !heard.productFacts().isEmpty();
        boolean substance = heard.does(Act.OBJECTION_RESPONSE)
                || (fact && (heard.acknowledges() || heard.confidence(Act.OBJECTION_RESPONSE) >= EXPECTED))
                || (heard.acknowledges() && heard.does(Act.BENEFIT))
                || (objection.kind() == Act.OBJECTION_PRICE && heard.does(Act.PRICE_TALK) && heard.says("value_words"))
                || (objection.kind() == Act.OBJECTION_TRUST && heard.does(Act.PROOF));
        return substance && heard.repeats() == 0 && heard.words().count() >= SENTENCE;
    }

    private double enough(Objection objection) {
        int more = buyer.knobs().happens("more_points", objection.id()) ? 1 : 0;
        return Math.min(
                objection.resolves().enough() + more,
                Math.max(
                        objection.resolves().enough(),
                        objection.resolves().points().size()));
    }

    private Standing state(String id) {
        Standing standing = buyer.mind().objections.get(id);
        if (standing == null) {
            throw new IllegalStateException("no objection " + id + " in this conversation");
        }
        return standing;
    }
}
