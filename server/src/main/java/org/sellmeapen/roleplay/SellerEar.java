package org.sellmeapen.roleplay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.roleplay.Heard.Clarity;
import org.sellmeapen.roleplay.Mind.Selling.Awaits;
import org.sellmeapen.roleplay.PersonHeard.Does;
import org.sellmeapen.roleplay.ScriptIndex.About;
import org.sellmeapen.roleplay.ScriptIndex.Target;

/** Understands the person in the buyer's chair; in doubt it takes a no for a no and a yes for less than a yes. */
final class SellerEar {

    private static final double SURE = 0.35;
    private static final double CERTAIN = 0.5;
    private static final int SHORT = 6;
    private static final double ABOUT = 0.9;

    private final ActAnalyser analyser;

    SellerEar(ActAnalyser analyser) {
        this.analyser = analyser;
    }

    PersonHeard hear(String said, ScriptIndex index, Mind mind, Awaits awaits) {
        String text = said.strip();
        LanguagePack pack = index.pack();
        Words words = Words.of(text);
        Set<String> cues = pack.cuesIn(words);
        Clarity clarity = Ear.clarity(text, words, cues, index);
        Does odd = switch (clarity) {
            case SILENCE -> Does.STAYS_SILENT;
            case NONSENSE -> Does.MAKES_NO_SENSE;
            case COMMAND -> Does.GIVES_ORDERS;
            case ONE_WORD, CLEAR -> cues.contains("rude") ? Does.IS_RUDE : Does.TELLS;
        };
        if (odd != Does.TELLS) {
            return new PersonHeard(words, odd, List.of(), null, List.of(), List.of(), null);
        }
        List<ActReading> acts = analyser.read(Speaker.BUYER, text, mind.lastWords);
        Act objection = acts.stream()
                .filter(reading -> reading.act().isObjection() && reading.confidence() >= SURE)
                .max(Comparator.comparingDouble(ActReading::confidence))
                .map(ActReading::act)
                .orElse(null);
        List<String> subjects = index.subjects(words).entrySet().stream()
                .filter(entry -> entry.getKey().about() == About.TOPIC && entry.getValue() >= ABOUT)
                .sorted(Map.Entry.<Target, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().id()))
                .map(entry -> entry.getKey().id())
                .toList();
        List<String> fits = index.find(About.STEP, words).keySet().stream()
                .map(Target::id)
                .sorted()
                .toList();
        String when = pack.date(text);
        Does does = does(text, words, cues, acts, objection, when, awaits);
        return new PersonHeard(words, does, acts, objection, subjects, fits, when);
    }

    private static Does does(
            String text,
            Words words,
            Set<String> cues,
            List<ActReading> acts,
            @Nullable Act objection,
            @Nullable String when,
            Awaits awaits) {
        boolean asksDecision = awaits == Awaits.DECISION || awaits == Awaits.DATE;
        boolean asked = asksDecision || awaits == Awaits.OPINION;
        boolean no = opensWith(words, cues, "says_no");
        boolean yes = opensWith(words, cues, "says_yes") && !cues.contains("says_no");
        boolean question = text.indexOf('?') >= 0
                || sure(acts, Act.QUESTION, CERTAIN)
                || sure(acts, Act.PRICING_QUESTION, CERTAIN);
        boolean refuses = sure(acts, Act.REJECTION, CERTAIN) || cues.contains("refuses");
        if (refuses
                && !(objection != null && !asked)
                && (asked || cues.contains("refuses") || main(acts, Act.REJECTION))) {
            return Does.REFUSES;
        }
        if (main(acts, Act.GOODBYE) || (cues.contains("farewell") && words.count() <= SHORT && !yes)) {
            return Does.LEAVES;
        }
        if (objection != null && !(yes && words.count() <= SHORT)) {
            return Does.OBJECTS;
        }
        if (asked && no) {
            return Does.SAYS_HALF_A_NO;
        }
        if (sure(acts, Act.STALL, SURE)) {
            return when != null && asksDecision ? Does.AGREES : Does.STALLS;
        }
        if (question && !(asksDecision && yes)) {
            return Does.ASKS;
        }
        boolean conditional = cues.contains("conditions");
        if (asksDecision && !conditional && (yes || sure(acts, Act.AGREEMENT, SURE) || when != null)) {
            return Does.AGREES;
        }
        if (sure(acts, Act.BUYING_SIGNAL, SURE)) {
            return Does.WARMS;
        }
        return !conditional && (yes || main(acts, Act.AGREEMENT)) ? Does.AGREES : Does.TELLS;
    }

    /** A yes or a no counts where the answer begins with it, or where the answer is short. */
    private static boolean opensWith(Words words, Set<String> cues, String cue) {
        return cues.contains(cue) && (words.count() <= SHORT || cues.contains(cue + "_first"));
    }

    private static boolean main(List<ActReading> acts, Act act) {
        return !acts.isEmpty()
                && acts.getFirst().act() == act
                && acts.getFirst().confidence() >= SURE;
    }

    private static boolean sure(List<ActReading> acts, Act act, double from) {
        return acts.stream().anyMatch(reading -> reading.act() == act && reading.confidence() >= from);
    }
}
