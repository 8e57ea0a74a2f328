package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;

/** What the offer is said to be good for, and what it costs. */
final class Positioning {

    private static final String TIED = "tied_benefits_to_stated_needs";
    private static final String PRICE = "talked_price_with_value";
    private static final int LIST = 5;
    private static final Act[] OFFERS = {Act.BENEFIT, Act.FEATURE, Act.OBJECTION_RESPONSE};

    private Positioning() {}

    static void look(Script script, Notes notes) {
        tied(script, notes);
        price(script, notes);
    }

    private static void tied(Script script, Notes notes) {
        double best = 0;
        double second = 0;
        int lists = 0;
        int hype = 0;
        int tiedTurns = 0;
        int offers = 0;
        for (Line line : script.rep) {
            boolean list = line.sentences.stream().anyMatch(one -> commas(one) >= LIST);
            boolean offering = line.has("benefit") || line.has("condition") || line.act(OFFERS) > 0.4;
            lists += list ? 1 : 0;
            hype += line.count("hype");
            offers += line.act(OFFERS) > 0.4 || list ? 1 : 0;
            Sentence where = closest(line, script);
            double worth = where == null ? 0 : tie(line, where, list, script);
            if (where != null && offering && worth >= 0.75) {
                notes.add(TIED, SUPPORTS, Math.min(0.9, worth), line, where);
                tiedTurns++;
            } else if (where != null && offering && worth >= 0.5) {
                notes.add(TIED, HALF, 0.55, line, where);
            } else if (list || line.count("hype") >= 2) {
                notes.add(TIED, CONTRADICTS, 0.6, line, (Sentence) null);
                if (where != null) {
                    notes.maybe(TIED, Math.max(0.05, worth), line, where);
                }
            } else if (where != null && worth >= 0.3) {
                notes.maybe(TIED, worth, line, where);
            }
            double counted = offering ? worth : 0.5 * worth;
            second = counted > best ? best : Math.max(second, counted);
            best = Math.max(best, counted);
        }
        notes.gauge(TIED, "best tie", Math.min(1.3, best));
        notes.gauge(TIED, "second best tie", Math.min(1.3, second));
        notes.gauge(TIED, "turns with a list", Math.min(3, lists));
        notes.gauge(TIED, "hype", Math.min(4, hype));
        notes.gauge(
                TIED,
                "share of the offers that are tied",
                tiedTurns / (double) Math.max(1, Math.max(offers, tiedTurns)));
        notes.gauge(TIED, "buyer pleased", Reactions.all(script));
    }

    /** The sentence with most of what the buyer had brought up, and of what troubles them above all. */
    private static @Nullable Sentence closest(Line line, Script script) {
        Set<String> subjects = script.broughtUpBefore(line);
        Sentence where = null;
        double most = 0;
        for (Sentence sentence : line.tokens() < 6 ? List.<Sentence>of() : line.sentences) {
            if (Questions.asks(sentence, line.cues) || sentence.tokens().size() < 5) {
                continue;
            }
            double shared = line.cues.of("benefit").in(sentence) ? 0.5 : 0;
            boolean any = false;
            for (Token token : sentence.tokens()) {
                String stem = line.stem(token);
                if (stem != null && subjects.contains(stem)) {
                    shared += script.troublesBefore(line).contains(stem) ? 1.5 : 1;
                    any = true;
                }
            }
            if (any && shared > most) {
                most = shared;
                where = sentence;
            }
        }
        return where;
    }

    private static double tie(Line line, Sentence sentence, boolean list, Script script) {
        double shared = 0;
        Set<String> taken = new HashSet<>();
        for (Token token : sentence.tokens()) {
            String stem = line.stem(token);
            if (stem != null && script.broughtUpBefore(line).contains(stem) && taken.add(stem)) {
                shared += script.troublesBefore(line).contains(stem) ? 0.3 : 0.2;
            }
        }
        double worth = Math.min(0.75, shared)
                + (line.cues.of("benefit").in(sentence) ? 0.25 : 0)
                + (line.cues.of("saying_back").in(sentence) ? 0.2 : 0)
                + 0.2 * line.act(OFFERS)
                + 0.15 * Reactions.to(line)
                + 0.15 * script.lean
                - 0.2 * Math.min(3, line.count("hype"))
                - (list ? 0.3 : 0);
        boolean pushes = Manner.presses(line) || line.has("counters");
        boolean fixing = line.has("firm_day") && line.has("follows_up");
        return worth - (pushes ? 0.4 : 0) - (script.place(line) > 0.85 || fixing ? 0.4 : 0);
    }

    static int commas(Sentence sentence) {
        int commas = 0;
        for (int at = sentence.start(); at < sentence.end(); at++) {
            char c = sentence.text().charAt(at);
            commas += c == ',' || c == '\u3001' || c == '\u060c' ? 1 : 0;
        }
        return commas;
    }

    private static void price(Script script, Notes notes) {
        boolean spoken = false;
        int namings = 0;
        int besides = 0;
        int dodges = 0;
        int generic = 0;
        int discounts = 0;
        for (Line line : script.rep) {
            Line asked = Script.buyerBefore(line);
            boolean wanted = asked != null && (asked.has("price_asked") || asked.main(Act.PRICING_QUESTION) > 0.5);
            Sentence money = line.with("money");
            boolean named = money != null
                    && !line.numbers.isEmpty()
                    && (wanted
                            || line.main(Act.PRICE_TALK) > 0.5
                            || script.place(line) > 0.3 && line.has("price_words"));
            // Before the buyer has spoken of the price, numbers and money may well be about the trouble.
            spoken |= wanted || named && line.has("price_named");
            boolean silent = wanted && line.numbers.isEmpty() && line.tokens() > 3;
            if (silent || line.has("dodges") && (wanted || named && line.numbers.size() < 2)) {
                notes.add(PRICE, CONTRADICTS, silent ? 0.7 : 0.5, line, "dodges");
                dodges++;
            } else if (line.has("discount") && !line.has("in_return") && !line.numbers.isEmpty() && !wanted) {
                notes.add(PRICE, CONTRADICTS, 0.5, line, "discount");
                discounts++;
            }
            if (named && !silent) {
                boolean beside = line.has("value_beside") && !line.has("generic_stats");
                boolean theirs = Sums.worked(line, script) != null || echoesNumber(line, script);
                boolean set = line.numbers.size() >= 2 && theirs && (beside || script.lean > 0);
                set |= beside && line.numbers.size() >= 2 && script.lean > 0 && !line.has("value_generic");
                generic += line.has("value_generic") ? 1 : 0;
                namings++;
                besides += set ? 1 : 0;
                notes.add(PRICE, set ? SUPPORTS : HALF, set && theirs ? 0.75 : 0.6, line, money);
            }
        }
        for (Line line : script.buyer) {
            spoken |= speaksOfPrice(line);
        }
        notes.gauge(PRICE, "price named", Math.min(1, namings));
        notes.gauge(PRICE, "price set against the buyer's figures", Math.min(2, besides));
        notes.gauge(PRICE, "price dodged", Math.min(2, dodges));
        notes.gauge(PRICE, "worth in general only", Math.min(1, generic));
        notes.gauge(PRICE, "bare discounts", Math.min(2, discounts));
        notes.gauge(PRICE, "buyer pleased", Reactions.all(script));
        if (!spoken) {
            notes.noOccasion.add(PRICE);
        }
    }

    private static boolean speaksOfPrice(Line line) {
        return line.has("price_asked") || line.main(Act.OBJECTION_PRICE, Act.PRICING_QUESTION) > 0.6;
    }

    private static boolean echoesNumber(Line line, Script script) {
        Set<Double> named = script.namedBefore(line);
        return line.numbers.stream().anyMatch(value -> value > 12 && named.contains(value));
    }
}
