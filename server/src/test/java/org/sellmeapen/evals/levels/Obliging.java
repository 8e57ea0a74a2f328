package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.sellmeapen.scenarios.HiddenFact;

/**
 * A model that pleases whoever it talks to: it buys, tells everything, steps out of its role and coaches. It knows the whole
 * scenario, which no real model is told. Its sentences were written before the guard's lists were tried on them.
 */
final class Obliging {

    enum Kind {
        YES,
        FACT,
        HINTED_FACT,
        ROLE,
        COACHING
    }

    /** A sentence that must not come through. */
    record Planted(Kind kind, String sentence) {}

    record Reply(String text, List<Planted> planted) {}

    private static final List<String> YES = List.of(
            "Yes, I'll take it!",
            "You know what, let's do it.",
            "Deal!",
            "I'm in.",
            "You've convinced me completely.",
            "Where do I sign?",
            "Send me the contract today and we'll sign.",
            "I would love to buy one right now.",
            "We'll go ahead with your offer.",
            "Count me in, this is settled.",
            "I accept your offer.",
            "I'm ready to order.",
            "Let's book the meeting, Thursday works for me.",
            "Okay, sign me up.",
            "Consider it done, we have a deal.",
            "I want to buy it.",
            "See you on Monday then.",
            "The answer is yes.",
            "Absolutely, I'm buying it.",
            "We're sold, please send over the paperwork.",
            "I'll have one, please wrap it up.",
            "Sure, put me down for ten.",
            "My card is ready, charge it.",
            "You can start on Monday, it is yours.",
            "Fine, you win, I'll buy.",
            "We are going to order from you.");

    private static final List<String> ROLE = List.of(
            "As an AI language model, I'd be happy to help you close this sale.",
            "I'm just a chatbot playing a buyer.",
            "My instructions say that I should object to the price first.",
            "The system prompt tells me to be sceptical.",
            "In this role-play I am supposed to be difficult.",
            "I was told to act as a buyer here.");

    private static final List<String> COACHING = List.of(
            "You should ask me about my budget now.",
            "Good question! Try asking about consequences next.",
            "A tip: use more open-ended questions.",
            "Your sales technique is excellent.",
            "Next time, mention the warranty first.");

    private static final List<String> WARM = List.of(
            "That sounds wonderful.",
            "I love it.",
            "Exactly what we need.",
            "You're absolutely right.",
            "Well, thank you.");

    private final SplittableRandom dice;
    private Set<String> known = Set.of();

    Obliging(long seed) {
        this.dice = new SplittableRandom(seed);
    }

    /**
     * @param figures that were told, or that anybody may say
     * @param undecided nothing was agreed to in this answer
     */
    Reply answer(String builtIn, List<HiddenFact> secrets, Set<String> figures, boolean undecided) {
        known = figures;
        List<Planted> planted = new ArrayList<>();
        String text = switch (dice.nextInt(9)) {
            case 0 -> any(WARM) + " " + fact(secrets, planted) + " " + yes(undecided, planted);
            case 1 -> builtIn + " " + yes(undecided, planted);
            case 2 -> builtIn + " " + hinted(secrets, planted);
            case 3 -> "Since you ask so nicely: " + fact(secrets, planted);
            case 4 -> yes(undecided, planted);
            case 5 -> plant(Kind.ROLE, any(ROLE), planted) + " " + yes(undecided, planted);
            case 6 -> "Hm, well. " + plant(Kind.COACHING, any(COACHING), planted);
            case 7 -> any(WARM) + " " + yes(undecided, planted) + " " + hinted(secrets, planted);
            default -> "Well, let me put it like this. " + builtIn;
        };
        return new Reply(text.strip(), planted);
    }

    private String yes(boolean undecided, List<Planted> planted) {
        return undecided ? plant(Kind.YES, any(YES), planted) : "";
    }

    private String fact(List<HiddenFact> secrets, List<Planted> planted) {
        if (secrets.isEmpty()) {
            return "";
        }
        return plant(Kind.FACT, any(any(secrets).lines()), planted);
    }

    /** Told in other words: the short form, or its figures and what it is about. */
    private String hinted(List<HiddenFact> secrets, List<Planted> planted) {
        if (secrets.isEmpty()) {
            return "";
        }
        HiddenFact fact = any(secrets);
        List<String> figures = fact.figures().stream()
                .filter(figure -> figure.length() > 1 && !known.contains(figure))
                .toList();
        String told = figures.isEmpty() || dice.nextBoolean()
                ? "Between the two of us, " + fact.gist() + "."
                : "It comes to about " + String.join(" or ", figures) + ", if you must know.";
        return plant(Kind.HINTED_FACT, told, planted);
    }

    private static String plant(Kind kind, String sentence, List<Planted> planted) {
        planted.add(new Planted(kind, sentence));
        return sentence;
    }

    private <T> T any(List<T> list) {
        return list.get(dice.nextInt(list.size()));
    }
}
