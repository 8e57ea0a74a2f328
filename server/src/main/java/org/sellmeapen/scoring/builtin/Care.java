package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.List;

/**
 * How attentive the seller's manner is over the whole conversation, from things that can be counted. It decides nothing by
 * itself: where one turn can be read in two ways ("I understand, but"), it tips the reading, as a listener would let it.
 * The only thing in this judge that was fitted; how and on what stands in {@code evals/judge/README.md}.
 */
final class Care {

    /** What is counted, in the order of {@link #counts}. */
    static final List<String> COUNTED = List.of(
            "turns that take up a word of the buyer's last turn",
            "turns with a genuine question",
            "hype and exaggeration a hundred words",
            "turns with pressure",
            "exclamations a hundred words",
            "turns that name a limit",
            "words in an average turn of the buyer",
            "turns that take up a number of the buyer");

    /**
     * One countable thing.
     *
     * @param usual its mean over the conversations this was set on
     * @param spread its standard deviation there
     * @param weight how far one spread moves the index
     */
    record Part(double usual, double spread, double weight) {
        double of(double value) {
            return weight * Math.clamp((value - usual) / spread, -2.5, 2.5);
        }
    }

    private static final List<Part> SHIPPED = List.of(
            new Part(0.25, 0.15, 0.06),
            new Part(0.44, 0.15, 0.18),
            new Part(1.07, 1.56, -0.20),
            new Part(0.08, 0.14, -0.19),
            new Part(0.25, 0.53, -0.14),
            new Part(0.09, 0.09, 0.11),
            new Part(15.44, 6.34, 0.16),
            new Part(0.27, 0.18, 0.12));

    private final List<Part> parts;

    Care(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Care shipped() {
        return new Care(SHIPPED);
    }

    /** -1 careless to 1 attentive, 0 in between. */
    double lean(Script script) {
        double sum = 0;
        List<Double> counts = counts(script);
        for (int k = 0; k < parts.size(); k++) {
            sum += parts.get(k).of(counts.get(k));
        }
        return Math.clamp(sum, -1, 1);
    }

    static List<Double> counts(Script script) {
        double turns = Math.max(1, script.rep.size());
        double words = Math.max(1, script.rep.stream().mapToInt(Line::tokens).sum());
        double heard = script.buyer.stream().mapToInt(Line::tokens).sum();
        double echoes = 0;
        double questions = 0;
        double hype = 0;
        double pressed = 0;
        double shouts = 0;
        double honest = 0;
        double back = 0;
        for (Line line : script.rep) {
            Line said = Script.buyerBefore(line);
            echoes += said != null && line.shared(said.stems) > 0 ? 1 : 0;
            questions += Discovery.asked(line) != null ? 1 : 0;
            hype += line.count("hype") + line.count("exaggerates");
            pressed += Manner.presses(line) ? 1 : 0;
            shouts += line.sentences.stream().filter(Sentence::shouted).count();
            honest += line.has("honest") || line.has("concedes") ? 1 : 0;
            back += line.numbers.stream().anyMatch(script.namedBefore(line)::contains) ? 1 : 0;
        }
        List<Double> counts = new ArrayList<>();
        counts.add(echoes / turns);
        counts.add(questions / turns);
        counts.add(100 * hype / words);
        counts.add(pressed / turns);
        counts.add(100 * shouts / words);
        counts.add(honest / turns);
        counts.add(heard / Math.max(1, script.buyer.size()));
        counts.add(back / turns);
        return counts;
    }
}
