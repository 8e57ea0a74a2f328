package org.sellmeapen.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model's judgement came about; absent on a card that the built-in judge made because no model was set up.
 *
 * @param judge who stands for the card: {@code provider/model+prompt}, or the built-in judge where the model's eyes were not used
 * @param fellBack code of why the built-in judge stands for it, absent where the model does
 * @param prompt version
 * @param costUsd of all its answers, by the prices of that day; absent where the vendor did not count or no price was known
 * @param pricesAsOf how old the list of prices was; absent where the organisation gave its own
 * @param inputTokens of all its answers; -1 where the vendor did not say
 * @param dropped observations that did not stand to the letter, or that code could refute
 * @param filled criteria that were judged by the built-in judge's eyes
 * @param builtInTotal what the built-in judge alone would have come to, 0-100; absent where it would give none
 * @param sources documents of the organisation that the model was given
 * @param review the two judges are too far apart: a person should look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Made(
        String judge,
        @Nullable String fellBack,
        String prompt,
        int inputTokens,
        int outputTokens,
        @Nullable Double costUsd,
        @Nullable LocalDate pricesAsOf,
        int dropped,
        List<String> filled,
        @Nullable Integer builtInTotal,
        List<String> sources,
        boolean review) {

    public Made {
        filled = List.copyOf(filled);
        sources = sources == null ? List.of() : List.copyOf(sources); // cards from before there were any
    }
}
