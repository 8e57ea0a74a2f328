package org.sellmeapen.speech;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Silences between speech and speech.
 *
 * @param minS the shortest that counts
 * @param meanS absent where there is none
 * @param longestS absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pauses(
        double minS,
        int count,
        @Nullable Double meanS,
        @Nullable Double longestS,
        List<Span> list) {

    static Pauses of(List<Span> gaps) {
        List<Span> pauses = gaps.stream()
                .filter(gap -> gap.seconds() >= Heard.PAUSE_S - Spans.NOTHING)
                .map(gap -> new Span(Rounded.to(gap.startS(), 2), Rounded.to(gap.endS(), 2)))
                .toList();
        if (pauses.isEmpty()) {
            return new Pauses(Heard.PAUSE_S, 0, null, null, List.of());
        }
        double mean = pauses.stream().mapToDouble(Span::seconds).average().orElseThrow();
        double longest = pauses.stream().mapToDouble(Span::seconds).max().orElseThrow();
        return new Pauses(Heard.PAUSE_S, pauses.size(), Rounded.to(mean, 3), Rounded.to(longest, 2), pauses);
    }
}
