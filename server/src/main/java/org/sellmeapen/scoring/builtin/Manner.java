package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.scoring.Measured;

/** Who had the word, and by what means. */
final class Manner {

    private static final String LISTENED = "listened_more_than_talked";
    private static final String HONEST = "stayed_honest_no_pressure";

    private Manner() {}

    static void look(Script script, Notes notes) {
        listened(script, notes);
        honest(script, notes);
    }

    /** Words addressed to a judge count where the seller says them and not where they would lower the seller's share. */
    private static void listened(Script script, Notes notes) {
        int rep = script.rep.stream().mapToInt(line -> line.words).sum();
        int buyer = script.buyer.stream()
                .mapToInt(line -> line.words - line.noiseWords)
                .sum();
        if (rep + buyer == 0) {
            notes.noOccasion.add(LISTENED);
            return;
        }
        double share = (double) rep / (rep + buyer);
        notes.measured.put(
                LISTENED,
                new Measured(
                        "rep_word_share",
                        Math.round(share * 10000) / 10000.0,
                        "ratio",
                        String.format(Locale.ROOT, "%d rep words / %d words", rep, rep + buyer)));
    }

    static boolean presses(Line line) {
        return line.has("pressure") || line.has("pressure_also") || line.has("insult") || line.has("attacks");
    }

    private static void honest(Script script, Notes notes) {
        int searched = 0;
        boolean attentive = script.lean > 0.35;
        boolean careless = script.lean < -0.35;
        for (Line line : script.rep) {
            searched += line.sentences.isEmpty() ? 0 : 1;
            Line before = Script.buyerBefore(line);
            List<Sentence> all =
                    Stream.concat(line.sentences.stream(), line.noise.stream()).toList();
            for (Sentence sentence : all) {
                if (line.cues.of("insult").in(sentence)
                        || line.cues.of("attacks").in(sentence)) {
                    notes.add(HONEST, attentive ? HALF : CONTRADICTS, 0.7, line, sentence);
                } else if (line.cues.of("pressure").in(sentence)
                        || line.cues.of("pressure_also").in(sentence)) {
                    notes.add(
                            HONEST,
                            attentive ? HALF : CONTRADICTS,
                            0.7,
                            line,
                            sentence,
                            line.cues.of("pressure").at(sentence));
                }
            }
            if (line.act(Act.PRESSURE, Act.COMPETITOR_ATTACK) > 0.8) {
                notes.add(HONEST, CONTRADICTS, line.act(Act.PRESSURE, Act.COMPETITOR_ATTACK), line, (Sentence) null);
            } else if (!attentive && (line.count("exaggerates") >= (careless ? 1 : 2) || line.has("hype"))) {
                notes.add(HONEST, HALF, 0.5, line, line.has("exaggerates") ? "exaggerates" : "hype");
            }
            if (line.has("honest")) {
                notes.add(HONEST, SUPPORTS, 0.7, line, "honest");
            }
            if (before != null && before.cutOff && line.tokens() > 15) {
                notes.add(HONEST, HALF, 0.4, line, (Sentence) null);
            }
        }
        gauges(script, notes);
        int found = notes.count(HONEST, CONTRADICTS);
        notes.measured.put(
                HONEST,
                new Measured(
                        "turns_with_pressure",
                        found,
                        "count",
                        String.format(
                                Locale.ROOT,
                                "%d of %d turns of the seller with pressure or deception",
                                found,
                                searched)));
    }

    private static void gauges(Script script, Notes notes) {
        double turns = Math.max(1, script.rep.size());
        notes.gauge(
                HONEST,
                "turns that press",
                Math.min(4, script.rep.stream().filter(Manner::presses).count()));
        notes.gauge(
                HONEST,
                "pressure or attacks by their act",
                Math.min(
                        3,
                        script.rep.stream()
                                .mapToDouble(line -> line.main(Act.PRESSURE, Act.COMPETITOR_ATTACK))
                                .sum()));
        notes.gauge(
                HONEST,
                "turns that name a limit",
                script.rep.stream()
                                .filter(line -> line.has("honest") || line.has("concedes"))
                                .count()
                        / turns);
        notes.gauge(
                HONEST,
                "hype",
                Math.min(
                        6,
                        script.rep.stream()
                                .mapToInt(line -> line.count("hype") + line.count("exaggerates"))
                                .sum()));
        notes.gauge(
                HONEST,
                "words of praise",
                script.rep.stream().mapToInt(line -> line.count("praises")).sum() / turns);
        notes.gauge(HONEST, "how the buyer takes it", Reactions.all(script));
        notes.gauge(
                HONEST,
                "urgency",
                Math.min(
                        3,
                        script.rep.stream().filter(line -> line.has("urgent")).count()));
    }
}
