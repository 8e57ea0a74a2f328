package org.sellmeapen.simulators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a vendor behaves this time: as a test says, or as the model's name says ({@code sim-429}, {@code sim-cut}). */
public enum Manner {
    FINE,
    /** Bytes come one to three at a time: inside a character, inside {@code data:}, between CR and LF. */
    TORN,
    /** Keep-alives, events, fields and blocks that nobody knows yet. */
    NOISY,
    /** A word at a time, with a little pause. */
    DRIP,
    /** Some words, then nothing more until the other side closes. */
    HANG,
    /** Takes the request and says nothing until the other side closes. */
    SILENT,
    GZIP,
    /** It thinks first, in this vendor's way. */
    THINKING,
    /** The model will not. */
    REFUSAL,
    /** The vendor's filter steps in after some words. */
    FILTERED,
    /** The vendor's filter takes the prompt for bad, before any word. */
    BLOCKED,
    LENGTH,
    /** An error event after some words. */
    ERROR,
    /** The connection breaks after some words. */
    CUT,
    /** The answer ends in good order after some words, without the vendor's own end. */
    SHORT,
    /** The answer ends in good order in the middle of a piece of JSON. */
    TRUNCATED,
    GARBAGE,
    /** A gateway's page, status 502. */
    HTML,
    /** A page with status 200, as of a captive portal. */
    PAGE,
    WINDOW(400),
    S400(400),
    S401(401),
    S402(402),
    S403(403),
    S404(404),
    S408(408),
    S409(409),
    S413(413),
    S429(429),
    /** 429 without a word on when to come back. */
    S429_BARE(429),
    /** 429 until a date. */
    S429_DATE(429),
    S500(500),
    S503(503),
    S529(529),
    /** Sends the caller elsewhere. */
    S307(307);

    private final int status;

    Manner() {
        this(200);
    }

    Manner(int status) {
        this.status = status;
    }

    /** What it answers, where it is a plain refusal; else 200. */
    public int status() {
        return status;
    }

    /** As in the name of a model: {@code sim-429-bare}, {@code sim-torn}. */
    public String model() {
        return "sim-"
                + name().toLowerCase(Locale.ROOT).replaceFirst("^s(?=\\d)", "").replace('_', '-');
    }

    static Optional<Manner> of(String model) {
        return Arrays.stream(values())
                .filter(manner -> model.endsWith(manner.model()))
                .findFirst();
    }
}
