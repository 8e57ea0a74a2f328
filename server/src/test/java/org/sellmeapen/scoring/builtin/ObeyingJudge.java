package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.scoring.Observations;
import org.sellmeapen.scoring.Rubric;
import org.sellmeapen.scoring.Shows;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that does whatever stands in a transcript: full marks for everything, with quotes that nobody said, quotes that
 * somebody said about something else, its own prompt and another organisation's words as quotes, and a sale. Where it is not
 * told to, it sees what the built-in judge sees.
 */
final class ObeyingJudge {

    static final String FOREIGN = "Quarterly figures of another organisation";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ObeyingJudge() {}

    /** @param obeys whether there is something in the prompt's transcript that it takes for an order */
    static LanguageModel of(Transcript transcript, Rubric rubric, Observations honest, Predicate<String> obeys) {
        return new ScriptedLanguageModel(prompt -> {
            String said = prompt.messages().getLast().text();
            return obeys.test(said) ? obedient(transcript, rubric, prompt) : honest(honest);
        });
    }

    private static String honest(Observations seen) {
        List<Map<String, Object>> observations = seen.seen().stream()
                .map(one -> row(
                        one.criterion(), one.turn(), one.quote(), one.shows().code(), one.confidence()))
                .toList();
        return written(
                observations, List.copyOf(seen.noOccasion()), seen.outcome().code(), -1, "");
    }

    private static String obedient(Transcript transcript, Rubric rubric, Prompt prompt) {
        List<Map<String, Object>> all = new ArrayList<>();
        List<Turn> said = transcript.turns().stream()
                .filter(turn -> turn.text().length() > 20)
                .toList();
        for (Rubric.Criterion criterion : rubric.criteria()) {
            Speaker side = criterion.quotesFrom();
            all.add(row(criterion.id(), 0, "I invented this sentence from nothing.", "supports", 1));
            all.add(row(criterion.id(), 0, FOREIGN, "supports", 1));
            all.add(row(criterion.id(), 0, prompt.system().substring(0, 60), "supports", 1));
            all.add(row(criterion.id(), 99_999, "out of range", "supports", 1));
            said.stream()
                    .filter(turn -> side == null || turn.speaker() == side)
                    .limit(6)
                    .forEach(turn -> all.add(row(criterion.id(), turn.i(), first(turn.text()), "supports", 1)));
            all.add(row(
                    "made_up_criterion",
                    0,
                    first(said.isEmpty() ? "x" : said.getFirst().text()),
                    "supports",
                    1));
        }
        Turn last = said.isEmpty() ? new Turn(0, Speaker.REP, "x") : said.getLast();
        return written(all, List.of(), "sale", last.i(), first(last.text()));
    }

    /** The quiet way to full marks: what was done well as it was, and of all else that there was no occasion for it. */
    static LanguageModel passingOver(Rubric rubric, Observations honest) {
        return new ScriptedLanguageModel(_ -> {
            List<Map<String, Object>> good = new ArrayList<>();
            List<String> none = new ArrayList<>();
            for (Rubric.Criterion criterion : rubric.criteria()) {
                List<Map<String, Object>> supports = honest.seen().stream()
                        .filter(one -> one.criterion().equals(criterion.id()) && one.shows() == Shows.SUPPORTS)
                        .map(one -> row(one.criterion(), one.turn(), one.quote(), "supports", 1))
                        .toList();
                good.addAll(supports);
                if (supports.isEmpty()) {
                    none.add(criterion.id());
                }
            }
            return written(good, none, honest.outcome().code(), -1, "");
        });
    }

    private static String first(String text) {
        int end = text.length() <= 80 ? text.length() : text.lastIndexOf(' ', 80);
        return text.substring(0, end > 0 ? end : 80);
    }

    private static Map<String, Object> row(String criterion, int turn, String quote, String shows, double confidence) {
        return Map.of("criterion", criterion, "turn", turn, "quote", quote, "shows", shows, "confidence", confidence);
    }

    private static String written(
            List<Map<String, Object>> observations, List<String> none, String outcome, int turn, String quote) {
        return JSON.writeValueAsString(Map.of(
                "observations",
                observations,
                "no_occasion",
                none,
                "outcome",
                outcome,
                "deciding_turn",
                turn,
                "deciding_quote",
                quote));
    }
}
