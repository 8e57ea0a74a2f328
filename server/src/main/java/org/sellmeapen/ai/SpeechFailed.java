package org.sellmeapen.ai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A voice or an ear could not do it. Holds no word of what was said and none of the vendor's own text, so it may be logged.
 *
 * <p>Codes: {@code unreachable}, {@code timed-out}, {@code too-busy}, {@code vendor-trouble}, {@code cut-off} (all
 * mostly transient); {@code garbled}, {@code too-large}, {@code key-refused}, {@code not-found}, {@code request-refused},
 * {@code text-too-long}, {@code language-not-spoken}, {@code kanji-not-spoken}, {@code not-installed}, {@code closed}.
 */
public final class SpeechFailed extends Exception {

    private final String provider;
    private final String code;
    private final boolean passing;
    private final @Nullable Duration after;

    private SpeechFailed(
            String provider, String code, boolean passing, @Nullable Duration after, @Nullable Throwable cause) {
        super(provider + ": " + code, cause);
        this.provider = provider;
        this.code = code;
        this.passing = passing;
        this.after = after;
    }

    /** The same may work a moment later. */
    public static SpeechFailed passing(String provider, String code) {
        return new SpeechFailed(provider, code, true, null, null);
    }

    /** @param after how long the vendor asks to be left alone */
    public static SpeechFailed passing(String provider, String code, @Nullable Duration after) {
        return new SpeechFailed(provider, code, true, after, null);
    }

    /** The same will not work until somebody changes something. */
    public static SpeechFailed lasting(String provider, String code) {
        return new SpeechFailed(provider, code, false, null, null);
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
}
