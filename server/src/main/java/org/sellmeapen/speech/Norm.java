package org.sellmeapen.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What counts as well for a figure, by {@code content/speech/scores.yaml}: the very bounds by which scores are reckoned and
 * advice is given.
 *
 * @param from inclusive; absent where it does not bind
 * @param to inclusive; absent where it does not bind
 * @param ofLanguage the bounds stand in each language's pack
 * @param strength how sure anybody can be of it: {@code primary}, {@code secondary}, {@code vendor} or {@code ours}; absent
 *     where each language has its own
 * @param source a name to look up
 */
public record Norm(
        @Nullable Double from,
        @Nullable Double to,
        boolean ofLanguage,
        @Nullable String strength,
        @Nullable String source) {

    /** By figure. */
    public static Map<String, Norm> shipped() {
        Scores scores = Scores.shipped();
        Map<String, Norm> norms = new LinkedHashMap<>();
        for (Scores.NormText text : scores.norms()) {
            norms.put(text.figure(), of(text, scores));
        }
        return norms;
    }

    private static Norm of(Scores.NormText text, Scores scores) {
        Scores.Limits limits = scores.limits();
        return switch (text.figure()) {
            case "words_per_minute" -> new Norm(null, null, true, null, null);
            case "longest_monologue_s" -> atMost(limits.monologueS(), text);
            case "talk_ratio" -> atMost(limits.talkShare(), text);
            case "interruptions" -> atMost(limits.interruptions(), text);
            default -> {
                Scores.PartText part = Stream.concat(scores.clarity().stream(), scores.confidence().stream())
                        .filter(one -> one.of().equals(text.figure()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "content/speech/scores.yaml: nothing bounds " + text.figure()));
                yield new Norm(part.fullFrom(), part.fullTo(), false, text.strength(), text.source());
            }
        };
    }

    private static Norm atMost(double limit, Scores.NormText text) {
        return new Norm(null, limit, false, text.strength(), text.source());
    }
}
