package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;

/**
 * One turn of the seller as the buyer understood it.
 *
 * @param cues names of the lists in the language pack of which a phrase was said
 * @param subjects facts and topics a question in it may be about, strongest first
 * @param productFacts ids of product facts that were mentioned
 * @param needs ids of needs that were spoken of
 * @param points per objection, the numbers of the points that were made
 * @param worse ids of objections it makes worse by its words
 * @param comes ids of objections whose words fell
 * @param answers ids of the buyer's own questions that it answers
 * @param figures ids of facts and topics whose figures it works with
 * @param mirrors it takes up words of what the buyer just said, without arguing
 * @param when a date in it, as it was said
 * @param repeats how many earlier turns said nearly the same
 */
record Heard(
        Words words,
        Clarity clarity,
        List<ActReading> acts,
        Set<String> cues,
        Question question,
        Ask ask,
        List<Subject> subjects,
        Set<String> productFacts,
        Set<String> needs,
        Map<String, Set<Integer>> points,
        Set<String> worse,
        Set<String> comes,
        Set<String> answers,
        Set<String> figures,
        boolean mirrors,
        @Nullable String when,
        int repeats) {

    /** A reading below this is not acted upon. */
    static final double SURE = 0.3;

    /** How sure the analyser must be before somebody is told off. */
    private static final double PUSHES = 0.6;

    enum Clarity {
        SILENCE,
        COMMAND,
        NONSENSE,
        ONE_WORD,
        CLEAR
    }

    enum Question {
        NONE,
        CLOSED,
        OPEN,
        FOLLOW_UP
    }

    /** What the seller wants to hear. */
    enum Ask {
        NONE,
        OPINION,
        STEP,
        ORDER
    }

    record Subject(String id, double worth) {}

    boolean says(String cue) {
        return cues.contains(cue);
    }

    boolean does(Act act) {
        return confidence(act) >= SURE;
    }

    double confidence(Act act) {
        for (ActReading reading : acts) {
            if (reading.act() == act) {
                return reading.confidence();
            }
        }
        return 0;
    }

    boolean isMainly(Act act) {
        return !acts.isEmpty() && acts.getFirst().act() == act;
    }

    /** It says something about the offer. */
    boolean states() {
        return !productFacts.isEmpty()
                || does(Act.BENEFIT)
                || does(Act.FEATURE)
                || does(Act.PROOF)
                || does(Act.OBJECTION_RESPONSE)
                || does(Act.PRICE_TALK)
                || (says("price_talk") && question == Question.NONE);
    }

    /** Pushes, and the ear is sure of it: nobody is told off for a sentence that also gives or takes in something. */
    boolean pushes() {
        return says("pressure") || (confidence(Act.PRESSURE) >= PUSHES && !isCivil());
    }

    boolean attacks() {
        boolean named = says("attack") && (ask == Ask.NONE || confidence(Act.COMPETITOR_ATTACK) > 0);
        return named || (confidence(Act.COMPETITOR_ATTACK) >= PUSHES && !isCivil());
    }

    private boolean isCivil() {
        return acknowledges() || says("unhurried") || !productFacts.isEmpty() || !figures.isEmpty();
    }

    boolean acknowledges() {
        return does(Act.ACKNOWLEDGE) || says("acknowledges") || mirrors;
    }
}
