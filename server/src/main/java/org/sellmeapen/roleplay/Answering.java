package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.roleplay.Heard.Question;
import org.sellmeapen.roleplay.Heard.Subject;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Need;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scenarios.Topic;

/** Answers the question that was asked, as far as the seller has earned it. */
final class Answering {

    /** What an open question on nothing in particular brings up. */
    private static final List<String> FIRST_TO_MIND =
            List.of("pains", "current_solution", "use", "goals", "criteria", "consequences", "numbers", "role");

    /** Topics of which one leads to the other in talk. */
    private static final Set<String> STORIES =
            Set.of("pains", "current_solution", "use", "goals", "consequences", "past_experience");

    private static final String SMALL_TALK = "small_talk";
    /** Whoever names something else more plainly than these means the other thing. */
    private static final Set<String> GENERAL = Set.of(SMALL_TALK, "role");

    private static final String NUMBERS = "numbers";
    /** What is left for a subject that the question hardly is about. */
    private static final double ASIDE = 0.5;

    private static final int CLOSED_IN_A_ROW = 4;
    private static final int OFTEN = 2;
    /** From here on it is plain what was asked, and something else would be no answer. */
    private static final double PLAINLY = 2;
    /** What speaks for the next fact of a chain when the seller goes deeper. */
    private static final double CHAINED = 2;

    private final Buyer buyer;

    Answering(Buyer buyer) {
        this.buyer = buyer;
    }

    void weigh(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        if (heard.question() == Question.NONE) {
            return;
        }
        mind.closedInARow = heard.question() == Question.CLOSED ? mind.closedInARow + 1 : 0;
        if (mind.closedInARow >= CLOSED_IN_A_ROW) {
            buyer.signal(moment, Signal.Kind.INTERROGATION);
        }
        if (aboutTheTalk(moment)) {
            return;
        }
        Choice choice = choose(heard, moment.objected);
        if (choice == null) {
            asked(moment, heard.question(), "?");
            withoutSubject(moment);
            return;
        }
        asked(moment, heard.question(), choice.id());
        HiddenFact volunteered = choice.tells() ? null : volunteered(moment, choice);
        if (volunteered != null) {
            disclose(moment, volunteered, null);
        } else if (choice.tells()) {
            disclose(moment, buyer.index().fact(choice.id()), null);
        } else if (buyer.index().isFact(choice.id())) {
            tease(moment, buyer.index().fact(choice.id()));
        } else {
            answer(moment, buyer.index().topic(choice.id()), null);
        }
    }

    /** Questions that belong to no subject: who one is, whether one is real, and what one has just said. */
    private boolean aboutTheTalk(Moment moment) {
        Heard heard = moment.heard;
        String subject = buyer.mind().subject;
        if (heard.says("asks_name")) {
            Script.Persona persona = buyer.script().persona();
            Map<String, String> slots = Map.of("name", persona.name(), "role", persona.role());
            moment.say(buyer.tongue().say("my_name", slots, moment.turn), Act.INFORMATION, "name");
            return true;
        }
        if (heard.says("asks_real")) {
            moment.say(buyer.small(moment, "are_you_real"), Act.OTHER, "real");
            return true;
        }
        if (heard.says("asks_again") && subject != null) {
            boolean fact = buyer.index().isFact(subject);
            String gist = fact
                    ? buyer.index().fact(subject).gist()
                    : buyer.index().topic(subject).gist();
            again(moment, subject, gist);
            return true;
        }
        return false;
    }

    /** Who is asked deeper tells a story that belongs there, though it was not asked for by name. */
    private @Nullable HiddenFact volunteered(Moment moment, Choice choice) {
        Heard heard = moment.heard;
        if (heard.question() != Question.FOLLOW_UP
                || choice.worth() >= PLAINLY
                || !buyer.chance(moment, "forthcoming", buyer.knobs().get("forthcoming"))
                || !STORIES.contains(topicOf(choice.id()))) {
            return null;
        }
        return buyer.script().hiddenFacts().stream()
                .filter(fact -> STORIES.contains(fact.topic())
                        && !buyer.mind().facts.contains(fact.id())
                        && isEarned(fact, heard))
                .findFirst()
                .orElse(null);
    }

    private String topicOf(String id) {
        return buyer.index().isFact(id) ? buyer.index().fact(id).topic() : id;
    }

    private void asked(Moment moment, Question question, String ground) {
        switch (question) {
            case OPEN -> buyer.signal(moment, Signal.Kind.OPEN_QUESTION, ground);
            case FOLLOW_UP -> buyer.signal(moment, Signal.Kind.FOLLOW_UP, ground);
            case CLOSED -> buyer.signal(moment, Signal.Kind.CLOSED_QUESTION, ground);
            case NONE -> {}
        }
    }

    /** @param tells a hidden fact is told; otherwise it is a topic, or a fact that is not earned or was told before */
    private record Choice(String id, boolean tells, double worth) {}

    private @Nullable Choice choose(Heard heard, boolean objected) {
        Mind mind = buyer.mind();
        Choice best = null;
        for (Subject subject : heard.subjects()) {
            best = better(best, weighed(subject, heard));
            if (buyer.index().isTopic(subject.id())) {
                for (HiddenFact fact : buyer.script().hiddenFacts()) {
                    if (fact.topic().equals(subject.id()) && !mind.facts.contains(fact.id()) && isEarned(fact, heard)) {
                        best = better(best, new Choice(fact.id(), true, subject.worth() * 1.02));
                    }
                }
            }
        }
        if (heard.question() == Question.FOLLOW_UP && mind.subject != null) {
            for (HiddenFact fact : buyer.script().hiddenFacts()) {
                boolean next = fact.earned().after().contains(mind.subject) && !mind.facts.contains(fact.id());
                if (next && isEarned(fact, heard)) {
                    double worth = 2.0
                            + heard.subjects().stream()
                                    .filter(subject -> subject.id().equals(fact.id())
                                            || subject.id().equals(fact.topic()))
                                    .mapToDouble(Subject::worth)
                                    .max()
                                    .orElse(0);
                    best = better(best, new Choice(fact.id(), true, worth));
                }
            }
            if (best == null && !objected && buyer.index().isTopic(mind.subject) && isGeneral(heard)) {
                best = new Choice(mind.subject, false, 0);
            }
        }
        return best;
    }

    private Choice weighed(Subject subject, Heard heard) {
        if (!buyer.index().isFact(subject.id())) {
            boolean aside = (GENERAL.contains(subject.id())
                            && heard.subjects().stream().anyMatch(other -> other.worth() > subject.worth()))
                    || (subject.id().equals(NUMBERS) && !heard.says("quantity"));
            return new Choice(subject.id(), false, subject.worth() * (aside ? ASIDE : 1));
        }
        HiddenFact fact = buyer.index().fact(subject.id());
        if (buyer.mind().facts.contains(fact.id())) {
            return new Choice(fact.id(), false, subject.worth() * 0.6);
        }
        boolean earned = isEarned(fact, heard);
        return new Choice(fact.id(), earned, subject.worth() * (earned ? 1.25 : 0.6));
    }

    private static Choice better(@Nullable Choice one, Choice other) {
        return one == null || other.worth() > one.worth() ? other : one;
    }

    private boolean isEarned(HiddenFact fact, Heard heard) {
        HiddenFact.Earned earned = fact.earned();
        boolean asked = switch (earned.asked()) {
            case ANY -> true;
            case OPEN -> heard.question() != Question.CLOSED || !buyer.knobs().happens("open_needed", fact.id());
            case FOLLOW_UP ->
                heard.question() == Question.FOLLOW_UP
                        || (heard.question() == Question.OPEN && !buyer.knobs().happens("open_needed", fact.id()));
        };
        return asked && opensIfAsked(fact);
    }

    /** Whoever asks for it in the right way is told now. */
    private boolean opensIfAsked(HiddenFact fact) {
        Mind mind = buyer.mind();
        HiddenFact.Earned earned = fact.earned();
        boolean after = earned.after().isEmpty() || earned.after().stream().anyMatch(mind.told::containsKey);
        double guard = buyer.knobs().get("guard");
        boolean trusted = earned.trust() == null || mind.trust >= earned.trust() + guard;
        boolean interested = earned.interest() == null || mind.interest >= earned.interest();
        return after && trusted && interested;
    }

    /** There is a question now that would be answered with it: nobody goes deeper before something was told. */
    boolean couldOpen(HiddenFact fact) {
        boolean goesDeeper = fact.earned().asked() == HiddenFact.Asked.FOLLOW_UP
                && buyer.mind().subject == null
                && buyer.knobs().happens("open_needed", fact.id());
        return !goesDeeper && opensIfAsked(fact);
    }

    private void disclose(Moment moment, HiddenFact fact, @Nullable String situation) {
        Mind mind = buyer.mind();
        List<Need> known =
                buyer.script().needs().stream().filter(buyer::isKnown).toList();
        mind.facts.add(fact.id());
        mind.told.merge(fact.id(), 1, Integer::sum);
        mind.subject = fact.id();
        moment.event("disclosed:" + fact.id(), "disclosed");
        newlyKnown(moment, known);
        buyer.signal(moment, Signal.Kind.FACT_EARNED, fact.id());
        String line = buyer.tongue().own(fact.lines(), "asked_enough", Map.of(), moment.turn);
        speak(moment, line, situation, "disclosed:" + fact.id());
    }

    /** Told by mistake, with the last words. */
    void slipped(Moment moment, HiddenFact fact) {
        Mind mind = buyer.mind();
        List<Need> known =
                buyer.script().needs().stream().filter(buyer::isKnown).toList();
        mind.facts.add(fact.id());
        mind.told.merge(fact.id(), 1, Integer::sum);
        mind.subject = fact.id();
        moment.event("disclosed:" + fact.id(), "slipped");
        newlyKnown(moment, known);
    }

    private void answer(Moment moment, Topic topic, @Nullable String situation) {
        Mind mind = buyer.mind();
        List<Need> known =
                buyer.script().needs().stream().filter(buyer::isKnown).toList();
        mind.told.merge(topic.id(), 1, Integer::sum);
        mind.subject = topic.id().equals(SMALL_TALK) ? mind.subject : topic.id();
        newlyKnown(moment, known);
        String line =
                buyer.tongue().fitting(topic.answers(), one -> buyer.index().suits(one, moment.heard.words()));
        if (line != null) {
            speak(moment, line, situation, "topic:" + topic.id());
        } else {
            again(moment, topic.id(), topic.gist());
        }
    }

    private void tease(Moment moment, HiddenFact fact) {
        Mind mind = buyer.mind();
        if (mind.facts.contains(fact.id())) {
            mind.subject = fact.id();
            mind.told.merge(fact.id(), 1, Integer::sum);
            again(moment, fact.id(), fact.gist());
            return;
        }
        String teaser = buyer.tongue().fresh(fact.teasers(), Map.of());
        if (teaser != null) {
            moment.say(teaser, Act.INFORMATION, "unearned:" + fact.id());
        } else if (buyer.index().isTopic(fact.topic())) {
            answer(moment, buyer.index().topic(fact.topic()), null);
        } else {
            moment.say(buyer.small(moment, "dont_know_closed"), Act.OTHER, "unearned:" + fact.id());
        }
    }

    /** Once the short answer, then that it was given. */
    private void again(Moment moment, String id, String gist) {
        int times = buyer.mind().fired.merge("again|" + id, 1, Integer::sum);
        if (times > 1) {
            buyer.signal(moment, Signal.Kind.QUESTION_AGAIN, id);
        }
        String line = times > OFTEN ? null : buyer.tongue().maybe("again_gist", Map.of("gist", gist));
        moment.say(line != null ? line : buyer.small(moment, "asked_enough"), Act.INFORMATION, "again:" + id);
    }

    /** The ear found nothing the scenario knows. */
    private void withoutSubject(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        boolean said = !moment.silent();
        if (!said
                && isGeneral(heard)
                && heard.question() != Question.CLOSED
                && buyer.chance(moment, "bridge", buyer.knobs().get("bridge"))) {
            for (String id : FIRST_TO_MIND) {
                if (buyer.index().isTopic(id) && !mind.told.containsKey(id)) {
                    HiddenFact fact = buyer.script().hiddenFacts().stream()
                            .filter(one ->
                                    one.topic().equals(id) && !mind.facts.contains(one.id()) && isEarned(one, heard))
                            .findFirst()
                            .orElse(null);
                    if (fact != null) {
                        disclose(moment, fact, "bridge");
                    } else {
                        answer(moment, buyer.index().topic(id), "bridge");
                    }
                    return;
                }
            }
        }
        if (!said && Courtesies.isRapport(heard)) {
            boolean enough = mind.fired.getOrDefault("rapport", 0) > Courtesies.ENOUGH;
            moment.say(buyer.small(moment, enough ? "rapport_enough" : "rapport_reply"), Act.OTHER, "rapport");
        } else if (!said) {
            String situation = heard.question() == Question.CLOSED ? "dont_know_closed" : "dont_know_open";
            moment.say(buyer.small(moment, situation), Act.OTHER, "no subject");
        }
    }

    /** Nothing in it is foreign to the scenario, so that whatever comes to mind may be an answer. */
    private boolean isGeneral(Heard heard) {
        return heard.words().stems().stream()
                .allMatch(stem ->
                        buyer.index().knows(stem) || buyer.index().pack().isCommon(stem));
    }

    private void speak(Moment moment, String line, @Nullable String situation, String because) {
        Script script = buyer.script();
        String said = line;
        if (situation != null) {
            String opener = buyer.tongue().maybe(situation, Map.of("answer", ""));
            said = opener == null ? line : opener.strip() + " " + line;
        } else if (moment.silent()
                && buyer.chance(moment, "think", script.persona().temperament().talkativeness() / 250.0)) {
            String opener = buyer.tongue().maybe("think", Map.of());
            said = opener == null ? line : joined(opener, line);
        }
        moment.say(said, Act.INFORMATION, because);
    }

    /** "You know," and "Briefly:" go on in the same sentence. */
    private String joined(String opener, String line) {
        return opener.endsWith(",") || opener.endsWith(":")
                ? opener + " " + buyer.tongue().lowered(line)
                : opener + " " + line;
    }

    private void newlyKnown(Moment moment, List<Need> before) {
        for (Need need : buyer.script().needs()) {
            if (!before.contains(need) && buyer.isKnown(need)) {
                moment.event("known:" + need.id(), "known");
            }
        }
    }
}
