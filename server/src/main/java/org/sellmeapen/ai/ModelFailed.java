package org.sellmeapen.ai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model could not do it. Its message holds nothing that was asked or answered and may be logged.
 *
 * <p>Codes that pass: {@code unreachable}, {@code timed-out}, {@code too-busy} (429), {@code overloaded} (503, 529),
 * {@code vendor-trouble} (other 5xx), {@code conflict} (409), {@code cut-off} (the answer broke off), {@code garbled}
 * (no answer of this vendor's kind). Codes that last: {@code key-refused} (401), {@code forbidden} (403),
 * {@code no-credit} (402), {@code not-found} (no such model or address), {@code too-large} (413 and beyond the model's
 * window), {@code request-refused} (other 4xx), {@code blocked} (the vendor's filter), {@code not-allowed-out},
 * {@code budget-spent}, {@code not-set-up}.
 */
public final class ModelFailed extends Exception {

    private final String provider;
    private final String code;
    private final boolean passing;
    private final @Nullable Duration after;
    private final String vendorWords;

    private ModelFailed(
            String provider,
            String code,
            boolean passing,
            @Nullable Duration after,
            String vendorWords,
            @Nullable Throwable cause) {
        super(provider + ": " + code, cause);
        this.provider = provider;
        this.code = code;
        this.passing = passing;
        this.after = after;
        this.vendorWords = vendorWords;
    }

    /** The same may work a moment later. */
    public static ModelFailed passing(String provider, String code) {
        return new ModelFailed(provider, code, true, null, "", null);
    }

    /** The same will not work until somebody changes something. */
    public static ModelFailed lasting(String provider, String code) {
        return new ModelFailed(provider, code, false, null, "", null);
    }

    /** @param wait how long the vendor asks to be left alone */
    public ModelFailed after(@Nullable Duration wait) {
        return new ModelFailed(provider, code, passing, wait, vendorWords, getCause());
    }

    /**
     * @param words the vendor's own message for the administrator who tests it, keys masked, at most 500 characters; never
     *     logged, since vendors repeat what they were asked
     */
    public ModelFailed saying(String words) {
        return new ModelFailed(
                provider, code, passing, after, words.length() > 500 ? words.substring(0, 500) : words, getCause());
    }

    public ModelFailed because(Throwable cause) {
        return new ModelFailed(provider, code, passing, after, vendorWords, cause);
    }

    public String provider() {
        return provider;
    }

    public String code() {
        return code;
    }

    /** Whether it is transient; otherwise permanent. */
    public boolean isPassing() {
        return passing;
    }

    /** How long the vendor asks to be left alone; null where it did not say. */
    public @Nullable Duration after() {
        return after;
    }

    /** For the eyes of whoever set the key; empty where the vendor said nothing. */
    public String vendorWords() {
        return vendorWords;
    }
}
