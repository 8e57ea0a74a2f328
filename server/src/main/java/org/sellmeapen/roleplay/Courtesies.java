package org.sellmeapen.roleplay;

import java.util.Map;
import java.util.Set;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.roleplay.Heard.Clarity;

/** Greetings, small talk and the turns that say little. */
final class Courtesies {

    private static final int EARLY = 3;
    static final int ENOUGH = 3;
    private static final int SHORT = 3;

    private final Buyer buyer;

    Courtesies(Buyer buyer) {
        this.buyer = buyer;
    }

    void weigh(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        if (mind.heardTurns <= 2 && (heard.does(Act.GREETING) || heard.says("greets"))) {
            buyer.signal(moment, Signal.Kind.GREETS);
        }
        if (isPurpose(heard)) {
            moment.opens = heard.productFacts().size() < 2;
            buyer.signal(moment, Signal.Kind.STATES_PURPOSE);
        }
        if (isRapport(heard)) {
            buyer.signal(moment, Signal.Kind.RAPPORT);
        }
    }

    /** What one says when there was nothing else to react to. */
    void reply(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        if (heard.clarity() == Clarity.ONE_WORD && !heard.says("greets") && !heard.says("thanks")) {
            oneWord(moment);
        } else if (isPurpose(heard)) {
            moment.say(buyer.small(moment, "purpose_welcome"), Act.AGREEMENT, "purpose");
        } else if (isRapport(heard)) {
            boolean enough = mind.fired.getOrDefault("rapport", 0) > ENOUGH;
            moment.say(buyer.small(moment, enough ? "rapport_enough" : "rapport_reply"), Act.OTHER, "rapport");
        } else if (mind.heardTurns <= EARLY && (heard.does(Act.GREETING) || heard.says("greets"))) {
            moment.say(
                    buyer.tongue().own(buyer.script().opening().greetings(), "greet", Map.of(), moment.turn),
                    Act.OTHER,
                    "greeting");
        } else if (heard.says("thanks")) {
            buyer.signal(moment, Signal.Kind.FILLER);
            moment.say(buyer.small(moment, "thanks_reply"), Act.OTHER, "thanks");
        } else if (heard.acts().isEmpty()
                && heard.cues().isEmpty()
                && heard.words().count() > SHORT
                && !isOfThisMatter(heard)) {
            buyer.signal(moment, Signal.Kind.NOT_UNDERSTOOD);
            moment.say(buyer.small(moment, "not_understood"), Act.OTHER, "not understood");
        } else {
            buyer.signal(moment, Signal.Kind.FILLER);
            moment.say(buyer.small(moment, "filler"), Act.OTHER, "filler");
        }
    }

    /** Words of this matter, though in what sense the ear cannot say: that is no reason not to understand them. */
    private boolean isOfThisMatter(Heard heard) {
        Set<String> content = heard.words().content(buyer.index().pack().stop());
        long known = content.stream().filter(buyer.index()::knows).count();
        return known >= 2 && known * 2 >= content.size();
    }

    private void oneWord(Moment moment) {
        Heard heard = moment.heard;
        buyer.signal(moment, Signal.Kind.ONE_WORD);
        String situation = heard.says("says_yes") ? "one_word_yes" : heard.says("says_no") ? "one_word_no" : "one_word";
        moment.say(buyer.small(moment, situation), Act.OTHER, "one word");
    }

    private boolean isPurpose(Heard heard) {
        return buyer.mind().heardTurns <= EARLY && (heard.does(Act.AGENDA) || heard.says("states_purpose"));
    }

    static boolean isRapport(Heard heard) {
        return (heard.does(Act.RAPPORT) || heard.says("rapport")) && !heard.states();
    }
}
