package org.sellmeapen.roleplay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;

/**
 * How an answer was worded, as it is noted with its turn.
 *
 * @param why code of what was wrong with a model's words, or why none was asked; absent where all of them were taken
 * @param provider absent where no model was asked, or none answered
 * @param prompt version of the prompt
 * @param raw the model's own words, all of them, so that the same can be played again without it; empty where there were none
 * @param firstMs until the first clause could be shown
 * @param wholeMs until the last
 */
public record Worded(
        String text,
        By by,
        @Nullable String why,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String prompt,
        String raw,
        Answer.Usage usage,
        int firstMs,
        int wholeMs) {

    public enum By {
        MODEL,
        /** A model began it, and the built-in words end it. */
        BOTH,
        BUILT_IN;

        @JsonValue
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Built-in words that were chosen; whatever else stands there is what a model could not do. */
    private static final Set<String> ON_PURPOSE = Set.of("no-model", "nothing-to-say", "decides");

    /** Whether the built-in words stand, in part at least, where a model's were to be heard. */
    public static boolean tookOver(By by, @Nullable String why) {
        return by != By.MODEL && (why == null || !ON_PURPOSE.contains(why));
    }

    /** The built-in words instead of a model's, in all of a turn or in its end, and what stood in the model's way. */
    public record Instead(By by, Interpreted.Why because) {}

    public static @Nullable Instead instead(By by, @Nullable String why) {
        return tookOver(by, why) ? new Instead(by, Interpreted.Why.of(why)) : null;
    }

    /** A call before it was of no use, or only understood what was said. */
    Worded after(String earlier, @Nullable String fault) {
        String reason = why != null ? why : fault;
        return new Worded(text, by, reason, provider, model, prompt, earlier + "\n\f" + raw, usage, firstMs, wholeMs);
    }

    static Worded builtIn(String text, String why) {
        return new Worded(text, By.BUILT_IN, why, null, null, null, "", Answer.Usage.UNKNOWN, 0, 0);
    }
}
