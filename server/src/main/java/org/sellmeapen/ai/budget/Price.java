package org.sellmeapen.ai.budget;

import java.util.List;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.Prompt;

/**
 * What a model costs, in dollars by the million tokens; a token then costs as many millionths of a dollar.
 *
 * @param cachedInput of tokens that the vendor had read before
 */
public record Price(double input, double cachedInput, double output) {

    public static final Price FREE = new Price(0, 0, 0);

    /** No text has more tokens than this by the character; what is reserved is rather too much. */
    private static final double TOKENS_A_CHARACTER = 0.5;

    public long micros(Answer.Usage usage) {
        int cached = Math.clamp(usage.cachedTokens(), 0, Math.max(0, usage.inputTokens()));
        return (long) Math.ceil(
                (usage.inputTokens() - cached) * input + cached * cachedInput + usage.outputTokens() * output);
    }

    /** The most that an answer to this can cost. */
    long most(Prompt prompt) {
        return (long) Math.ceil(inputTokens(prompt) * input + prompt.mostTokens() * output);
    }

    /** The most that the meaning of these texts can cost. */
    long most(List<String> texts) {
        double characters = texts.stream().mapToLong(text -> text.length() + 2).sum();
        return (long) Math.ceil(characters * TOKENS_A_CHARACTER * input);
    }

    /** Of an answer whose vendor did not count, or that broke off. */
    long about(Prompt prompt, long charactersAnswered) {
        return (long) Math.ceil(inputTokens(prompt) * input + charactersAnswered * TOKENS_A_CHARACTER * output);
    }

    private static double inputTokens(Prompt prompt) {
        long characters = prompt.system().length()
                + prompt.messages().stream()
                        .mapToLong(m -> m.text().length() + 8)
                        .sum()
                + (prompt.schema() == null ? 0 : prompt.schema().json().length());
        return characters * TOKENS_A_CHARACTER + 16;
    }
}
