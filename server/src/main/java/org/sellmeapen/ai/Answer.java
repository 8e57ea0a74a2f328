package org.sellmeapen.ai;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param text all of it; JSON of the asked shape where one was asked for and {@link #finish()} is {@link Finish#END}, though
 *     whoever asked checks it all the same
 * @param model as the vendor names what answered, so that a record can name it
 * @param cost absent where the vendor did not count or nobody knows its price
 * @param setting short and opaque: another place, option or temperature is another one; absent where all is as usual
 */
public record Answer(
        String text,
        Finish finish,
        Usage usage,
        String provider,
        String model,
        @Nullable Cost cost,
        @Nullable String setting) {

    public Answer(String text, Finish finish, Usage usage, String provider, String model) {
        this(text, finish, usage, provider, model, null, null);
    }

    public Answer saying(String words) {
        return new Answer(words, finish, usage, provider, model, cost, setting);
    }

    public Answer costing(Cost what) {
        return new Answer(text, finish, usage, provider, model, what, setting);
    }

    public Answer asSetUp(@Nullable String how) {
        return new Answer(text, finish, usage, provider, model, cost, how);
    }

    /**
     * @param micros millionths of a dollar
     * @param pricesAsOf how old the list is that it was reckoned by; absent where the organisation gave its own price
     */
    public record Cost(long micros, @Nullable LocalDate pricesAsOf) {}

    /** Why it ended. */
    public enum Finish {
        /** It said all it wanted to. */
        END,
        /** At one of the stops. */
        STOP,
        /** Cut at the most tokens. */
        LENGTH,
        /** The vendor or the model would not, before or in the middle; {@code text} is what was said until then. */
        REFUSED
    }

    /**
     * As the vendor counted; {@link #UNKNOWN} where it did not say.
     *
     * @param cachedTokens those of {@code inputTokens} that cost less
     */
    public record Usage(int inputTokens, int cachedTokens, int outputTokens) {
        public static final Usage UNKNOWN = new Usage(-1, -1, -1);

        public boolean isKnown() {
            return inputTokens >= 0;
        }
    }
}
