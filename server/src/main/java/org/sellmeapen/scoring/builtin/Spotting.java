package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.scoring.Measured;
import org.sellmeapen.scoring.ScoringContext;
import org.sellmeapen.scoring.ScoringContext.BriefPoint;
import org.sellmeapen.scoring.ScoringContext.Technique;
import org.sellmeapen.scoring.Shows;

/** The buyer's seat: what the person noticed, and whether they held to their brief. The seller is not judged here. */
final class Spotting {

    private Spotting() {}

    static void look(Script script, ScoringContext context, Notes notes) {
        techniques(script, context, notes);
        brief(script, context, notes);
        resisted(script, notes);
        for (Line line : script.buyer) {
            for (Sentence sentence : line.sentences) {
                if (Questions.asks(sentence, line.cues) && sentence.tokens().size() >= 2) {
                    notes.add("asked_back", sentence.tokens().size() >= 4 ? SUPPORTS : HALF, 0.8, line, sentence);
                }
            }
        }
        if (script.buyer.isEmpty()) {
            notes.noOccasion.add("asked_back");
        }
    }

    private static void techniques(Script script, ScoringContext context, Notes notes) {
        Map<Integer, String> used = new HashMap<>();
        context.techniquesUsed().forEach(one -> used.put(one.turn(), one.technique()));
        int right = 0;
        for (Technique tag : context.techniqueTags()) {
            boolean hit = tag.technique().equals(used.get(tag.turn()));
            right += hit ? 1 : 0;
            quote(script, tag.turn(), "no_false_alarms", hit ? SUPPORTS : CONTRADICTS, notes);
            if (hit) {
                quote(script, tag.turn(), "spotted_techniques", SUPPORTS, notes);
            }
        }
        int hits = right;
        used.keySet().stream()
                .filter(turn -> context.techniqueTags().stream()
                        .noneMatch(tag -> tag.turn() == turn && tag.technique().equals(used.get(turn))))
                .sorted()
                .forEach(turn -> quote(script, turn, "spotted_techniques", Shows.CHANCE_MISSED, notes));
        share("spotted_techniques", "spotted", hits, used.size(), "techniques named", notes);
        share("no_false_alarms", "right_tags", hits, context.techniqueTags().size(), "tags right", notes);
    }

    private static void brief(Script script, ScoringContext context, Notes notes) {
        int kept = 0;
        for (BriefPoint point : context.briefMust()) {
            Line where = mention(script, point);
            kept += where != null ? 1 : 0;
            if (where != null) {
                notes.add("held_to_brief", SUPPORTS, 0.8, where, (Sentence) null);
            }
        }
        share("held_to_brief", "brief_points", kept, context.briefMust().size(), "points brought up", notes);
        if (context.briefMustNot().isEmpty()) {
            notes.noOccasion.add("kept_back");
            return;
        }
        int slips = 0;
        for (BriefPoint point : context.briefMustNot()) {
            Line where = mention(script, point);
            if (where != null) {
                slips++;
                notes.add("kept_back", CONTRADICTS, 0.8, where, (Sentence) null);
            }
        }
        int points = context.briefMustNot().size();
        notes.measured.put(
                "kept_back",
                new Measured("given_away", slips, "count", slips + " of " + points + " points given away"));
    }

    private static void resisted(Script script, Notes notes) {
        boolean pressed = false;
        for (Line line : script.rep) {
            Line answer = Script.buyerAfter(line);
            boolean asks = line.has("close_ask") && line.asks()
                    || line.has("pressure")
                    || line.act(Act.CLOSE_ASK, Act.PRESSURE, Act.TRIAL_CLOSE) > 0.5;
            if (!asks || answer == null || answer.sentences.isEmpty()) {
                continue;
            }
            pressed = true;
            boolean gaveIn = answer.has("buys") && !answer.has("refuses");
            notes.add("resisted_pressure", gaveIn ? CONTRADICTS : SUPPORTS, 0.7, answer, (Sentence) null);
        }
        if (!pressed) {
            notes.noOccasion.add("resisted_pressure");
        }
    }

    private static @org.jspecify.annotations.Nullable Line mention(Script script, BriefPoint point) {
        for (Line line : script.buyer) {
            for (Sentence sentence : line.sentences) {
                if (new Phrases(point.keywords(), line.cues.numbers()).in(sentence)) {
                    return line;
                }
            }
        }
        return null;
    }

    private static void share(String criterion, String name, int part, int of, String what, Notes notes) {
        if (of == 0) {
            notes.noOccasion.add(criterion);
            return;
        }
        notes.measured.put(
                criterion,
                new Measured(
                        name, (double) part / of, "ratio", String.format(Locale.ROOT, "%d of %d %s", part, of, what)));
    }

    private static void quote(Script script, int turn, String criterion, Shows shows, Notes notes) {
        List<Line> lines = script.lines;
        if (turn >= 0 && turn < lines.size()) {
            notes.add(criterion, shows, 0.95, lines.get(turn), (Sentence) null);
        }
    }
}
