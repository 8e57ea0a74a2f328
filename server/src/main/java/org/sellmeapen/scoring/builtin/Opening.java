package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CHANCE_MISSED;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.List;
import java.util.stream.Stream;
import org.sellmeapen.conversation.Act;

/** How a conversation begins, and whether the two met as people. */
final class Opening {

    private static final String PURPOSE = "opened_with_purpose";
    private static final String RAPPORT = "built_rapport";
    private static final int EARLY = 3;

    private Opening() {}

    static void look(Script script, Notes notes) {
        notes.searched.put(PURPOSE, "the first three turns of the seller");
        script.rep.stream().limit(EARLY).forEach(line -> purpose(line, script, notes));
        notes.gauge(
                PURPOSE,
                "agenda among the first turns",
                script.rep.stream()
                        .limit(EARLY)
                        .mapToDouble(line -> line.act(Act.AGENDA))
                        .max()
                        .orElse(0));
        if (notes.count(PURPOSE, SUPPORTS) + notes.count(PURPOSE, HALF) == 0 && !script.rep.isEmpty()) {
            notes.add(PURPOSE, CHANCE_MISSED, 0.6, script.rep.getFirst(), (Sentence) null);
            if (script.played()) {
                notes.noOccasion.add(PURPOSE);
            }
        }
        rapport(script, notes);
    }

    private static void purpose(Line line, Script script, Notes notes) {
        int place = script.rep.indexOf(line);
        List<Sentence> all =
                Stream.concat(line.sentences.stream(), line.announced.stream()).toList();
        for (Sentence sentence : all) {
            if (line.cues.of("purpose_spoils").in(sentence)) {
                continue;
            }
            Phrases strong = line.cues.of("purpose_strong");
            if (strong.in(sentence) && sentence.tokens().size() >= 5) {
                double sure = 0.85 - 0.15 * place + (line.act(Act.AGENDA) > 0.5 ? 0.1 : 0);
                notes.add(PURPOSE, place < 2 ? SUPPORTS : HALF, sure, line, sentence, strong.at(sentence));
            } else if (line.cues.of("purpose_weak").in(sentence)) {
                notes.add(
                        PURPOSE,
                        HALF,
                        0.6,
                        line,
                        sentence,
                        line.cues.of("purpose_weak").at(sentence));
            }
        }
        if (line.act(Act.AGENDA) > 0.7 && place < 2 && !line.has("purpose_spoils")) {
            notes.add(PURPOSE, SUPPORTS, line.act(Act.AGENDA) * 0.8, line, line.with("purpose_weak"));
        }
    }

    /**
     * Two people meet where one says something private and the other takes it up. What counts is the pair of neighbouring
     * turns, whichever side began.
     */
    private static void rapport(Script script, Notes notes) {
        double best = 0;
        double second = 0;
        double alone = 0;
        for (Line line : script.rep) {
            double self = privacy(line);
            Line next = Script.buyerAfter(line);
            Line previous = Script.buyerBefore(line);
            double taken = next == null ? 0 : takenUp(line, next);
            double offered = previous == null ? 0 : Math.min(0.8, privacy(previous));
            boolean formula = line.has("formula") && self < 0.5;
            if (previous != null && offered >= 0.15 && picksUp(line, previous)) {
                self += 0.35;
            }
            double pair = formula ? 0.1 : Math.min(1, self) * Math.min(1, 0.15 + taken + 0.4 * offered);
            if (pair >= 0.4) {
                notes.add(RAPPORT, SUPPORTS, 0.4 + 0.4 * pair, line, cueOf(line));
                if (next != null && taken >= 0.3) {
                    notes.add(RAPPORT, SUPPORTS, 0.35 + 0.4 * pair, next, (Sentence) null);
                }
            } else if (self >= 0.4 || formula && line.has("small_talk") || offered >= 0.6 && self >= 0.2) {
                notes.add(RAPPORT, HALF, 0.5, line, cueOf(line));
            } else if (self >= 0.2) {
                notes.maybe(RAPPORT, 0.3 + 0.2 * self, line, line.with(cueOf(line)));
            }
            second = pair > best ? best : Math.max(second, pair);
            best = Math.max(best, pair);
            alone = Math.max(alone, self);
        }
        notes.gauge(RAPPORT, "best private exchange", best);
        notes.gauge(RAPPORT, "second private exchange", second);
        notes.gauge(RAPPORT, "most private turn of the seller", Math.min(1.5, alone));
        notes.gauge(
                RAPPORT,
                "buyer's private or amused turns",
                Math.min(
                        5,
                        script.buyer.stream()
                                .filter(line -> privacy(line) >= 0.35)
                                .count()));
    }

    private static String cueOf(Line line) {
        return line.has("disclosure")
                ? "disclosure"
                : line.has("sympathy") ? "sympathy" : line.has("personal") ? "personal" : "compliment";
    }

    /** How far a turn leaves business for the people. */
    private static double privacy(Line line) {
        double sum = line.main(Act.RAPPORT) > 0.4 ? 0.5 : 0.2 * line.act(Act.RAPPORT);
        sum += line.has("own_people") ? 0.45 : line.has("disclosure") ? 0.25 : 0;
        sum += 0.2 * Math.min(2, line.count("personal"));
        sum += line.has("sympathy") ? 0.25 : 0;
        sum += line.has("compliment") ? 0.15 : 0;
        sum += line.has("laugh") ? 0.15 : 0;
        sum += line.main(Act.OTHER) > 0.4 ? 0.15 : 0;
        sum -= line.has("hype") ? 0.25 : 0;
        sum -= line.has("pressure") || line.has("attacks") ? 0.2 : 0;
        return sum - (line.tokens() > 70 ? 0.2 : 0);
    }

    /** The first words say back something of a private aside, and no offer follows in the same breath. */
    private static boolean picksUp(Line line, Line previous) {
        Sentence first = line.sentences.isEmpty() ? null : line.sentences.getFirst();
        boolean business = line.has("benefit") || line.has("price_words") || !line.numbers.isEmpty();
        return first != null
                && !business
                && line.tokens() <= 45
                && first.tokens().stream()
                        .map(line::stem)
                        .anyMatch(stem -> stem != null && previous.stems.contains(stem));
    }

    private static double takenUp(Line line, Line next) {
        boolean business = next.has("price_asked") || Objections.raises(next) > 0.6;
        double sum = Math.min(0.8, privacy(next)) + (next.shared(line.stems) > 0 ? 0.25 : 0);
        sum += next.tokens() >= 8 ? 0.1 : next.tokens() < 3 ? -0.2 : 0;
        return sum - (business ? 0.2 : 0) - (next.has("displeased") ? 0.3 : 0);
    }
}
