package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.Set;
import org.sellmeapen.conversation.Act;

/** What the offer is said to be good for, what proves it, and what it costs. */
final class Positioning {

    private static final String TIED = "tied_benefits_to_stated_needs";
    private static final String PROOF = "used_proof";
    private static final String PRICE = "talked_price_with_value";
    private static final int LIST = 5;

    private Positioning() {}

    static void look(Script script, Notes notes) {
        for (Line line : script.rep) {
            tied(line, script, notes);
            proof(line, script, notes);
        }
        price(script, notes);
    }

    private static void tied(Line line, Script script, Notes notes) {
        Set<String> subjects = script.broughtUpBefore(line);
        if (subjects.isEmpty() || line.tokens() < 8) {
            return;
        }
        double best = 0;
        Sentence where = null;
        boolean list = false;
        for (Sentence sentence : line.sentences) {
            list |= commas(sentence) >= LIST;
            if (Questions.asks(sentence, line.cues) || sentence.tokens().size() < 5) {
                continue;
            }
            int shared = 0;
            for (Token token : sentence.tokens()) {
                String stem = line.stem(token);
                shared += stem != null && subjects.contains(stem) ? 1 : 0;
            }
            double worth = Math.min(3, shared) * 0.25
                    + (line.cues.of("benefit").in(sentence) ? 0.3 : 0)
                    + (line.cues.of("saying_back").in(sentence) ? 0.2 : 0);
            if (shared > 0 && worth > best) {
                best = worth;
                where = sentence;
            }
        }
        int hype = line.count("hype");
        best += 0.2 * line.act(Act.BENEFIT, Act.OBJECTION_RESPONSE) - 0.2 * hype - (list ? 0.25 : 0);
        best += 0.25 * script.lean;
        boolean pushes =
                line.has("pressure") || line.has("pressure_also") || line.has("insult") || line.has("counters");
        if (pushes || script.place(line) > 0.85 || line.has("firm_day") && line.has("follows_up")) {
            best -= 0.5;
        }
        boolean offers = line.has("benefit") || line.has("condition") || line.act(Act.BENEFIT) > 0.4;
        if (where != null && offers && best >= 0.75) {
            notes.add(TIED, SUPPORTS, Math.min(0.9, best), line, where);
        } else if (where != null && offers && best >= 0.5) {
            notes.add(TIED, HALF, 0.55, line, where);
        } else if (list || hype >= 2) {
            notes.add(TIED, CONTRADICTS, 0.6, line, (Sentence) null);
        }
    }

    static int commas(Sentence sentence) {
        int commas = 0;
        for (int at = sentence.start(); at < sentence.end(); at++) {
            char c = sentence.text().charAt(at);
            commas += c == ',' || c == '\u3001' || c == '\u060c' ? 1 : 0;
        }
        return commas;
    }

    private static void proof(Line line, Script script, Notes notes) {
        for (Sentence sentence : line.sentences) {
            boolean question = Questions.asks(sentence, line.cues);
            boolean strong = line.cues.of("proof_strong").in(sentence);
            boolean case_ = line.cues.of("proof_case").in(sentence);
            boolean vague = line.cues.of("proof_vague").in(sentence);
            boolean boast = line.cues.of("proof_boast").in(sentence);
            boolean counted = !line.cues.numbers().in(sentence.tokens()).isEmpty();
            boolean named = named(sentence);
            if (boast || line.has("proof_boast") && strong) {
                notes.add(
                        PROOF,
                        CONTRADICTS,
                        0.6,
                        line,
                        sentence,
                        line.cues.of("proof_boast").at(sentence));
            } else if (question) {
                continue;
            } else if (script.lean < -0.35) {
                if (strong || vague || case_) {
                    notes.add(PROOF, CONTRADICTS, 0.5, line, sentence);
                }
            } else if (strong && (named || counted || case_) || case_ && counted) {
                notes.add(PROOF, SUPPORTS, strong && case_ ? 0.85 : 0.7, line, sentence);
            } else if (strong || vague || case_ && (named || counted)) {
                notes.add(PROOF, HALF, 0.5, line, sentence);
            }
        }
    }

    private static boolean named(Sentence sentence) {
        for (int k = 1; k < sentence.tokens().size(); k++) {
            Token token = sentence.tokens().get(k);
            if (token.capital() && token.word().length() > 2 && !token.word().startsWith("i'")) {
                return true;
            }
        }
        return false;
    }

    private static void price(Script script, Notes notes) {
        boolean spoken = false;
        for (Line line : script.rep) {
            Line asked = Script.buyerBefore(line);
            boolean wanted = asked != null && (asked.has("price_asked") || asked.act(Act.PRICING_QUESTION) > 0.5);
            Sentence money = line.with("money");
            boolean named = money != null
                    && !line.numbers.isEmpty()
                    && (wanted
                            || line.act(Act.PRICE_TALK) > 0.4
                            || script.place(line) > 0.3 && line.has("price_words"));
            spoken |= wanted || named;
            boolean silent = wanted && line.numbers.isEmpty() && line.tokens() > 3 && script.lean < 0.35;
            if (silent || line.has("dodges") && (wanted || named)) {
                notes.add(PRICE, CONTRADICTS, 0.7, line, "dodges");
            } else if (line.has("discount") && !line.has("in_return") && !line.numbers.isEmpty() && !wanted) {
                notes.add(PRICE, CONTRADICTS, 0.5, line, "discount");
            } else if (named) {
                boolean beside = line.has("value_beside") && !line.has("generic_stats");
                boolean theirs = Sums.worked(line, script) != null || echoesNumber(line, script);
                boolean set = script.lean > -0.35
                        && line.numbers.size() >= 2
                        && (beside && (theirs || !line.has("value_generic")) || theirs && script.lean > 0.35);
                notes.add(PRICE, set ? SUPPORTS : HALF, set && theirs ? 0.75 : 0.6, line, money);
            }
        }
        for (Line line : script.buyer) {
            spoken |= line.has("price_asked") || line.act(Act.OBJECTION_PRICE, Act.PRICING_QUESTION) > 0.6;
        }
        if (!spoken) {
            notes.noOccasion.add(PRICE);
        }
    }

    private static boolean echoesNumber(Line line, Script script) {
        Set<Double> named = script.namedBefore(line);
        return line.numbers.stream().anyMatch(value -> value > 12 && named.contains(value));
    }
}
