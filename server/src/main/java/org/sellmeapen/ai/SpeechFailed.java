package org.sellmeapen.ai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A voice or an ear could not do it. Its message holds no word of what was said and none of the vendor's own text, so it
 * may be logged.
 *
 * <p>Codes: {@code unreachable}, {@code timed-out}, {@code too-busy}, {@code overloaded}, {@code vendor-trouble},
 * {@code conflict}, {@code cut-off} (all mostly transient); {@code garbled}, {@code too-large}, {@code key-refused},
 * {@code forbidden}, {@code no-credit}, {@code not-found}, {@code request-refused}, {@code blocked},
 * {@code not-allowed-out}, {@code text-too-long}, {@code language-not-spoken}, {@code kanji-not-spoken},
 * {@code not-installed}, {@code closed}.
 */
public final class SpeechFailed extends Exception {

    private final String provider;
    private final String code;
    private final boolean passing;
    private final @Nullable Duration after;
    private final String vendorWords;

    private SpeechFailed(
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

    /** The same of a vendor that is asked as its language models are. */
    public static SpeechFailed of(ModelFailed why) {
        return new SpeechFailed(
                why.provider(), why.code(), why.isPassing(), why.after(), why.vendorWords(), why.getCause());
    }

    /** The same may work a moment later. */
    public static SpeechFailed passing(String provider, String code) {
        return new SpeechFailed(provider, code, true, null, "", null);
    }

    /** @param after how long the vendor asks to be left alone */
    public static SpeechFailed passing(String provider, String code, @Nullable Duration after) {
        return new SpeechFailed(provider, code, true, after, "", null);
    }

    /** The same will not work until somebody changes something. */
    public static SpeechFailed lasting(String provider, String code) {
        return new SpeechFailed(provider, code, false, null, "", null);
    }

    /**
     * @param words the vendor's own message for the administrator who tests it, keys masked, at most 500 characters; never
     *     logged, since vendors repeat what they were asked
     */
    public SpeechFailed saying(String words) {
        return new SpeechFailed(
                provider, code, passing, after, words.length() > 500 ? words.substring(0, 500) : words, getCause());
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
