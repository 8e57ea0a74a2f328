package org.sellmeapen.roleplay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a turn that a model had to understand before anybody could answer it. */
public sealed interface Interpreted {

    record Answered(Worded worded) implements Interpreted {}

    /** The mind heard nothing, and nothing moved. */
    record NotUnderstood(Why why) implements Interpreted {}

    /** Why a model was of no use, as whoever talks to it may be told. */
    enum Why {
        LATE,
        UNREACHABLE,
        /** By the model or its vendor, for what was said. */
        REFUSED,
        OVER_CAP,
        /** A key, an account or an address that somebody has to put right. */
        NOT_SET_UP,
        /** It answered, and not with what it was asked for. */
        NOT_UNDERSTOOD,
        /** It answered, in words that this counterpart does not say. */
        UNFIT;

        private static final Set<String> AWAY =
                Set.of("unreachable", "too-busy", "overloaded", "vendor-trouble", "conflict", "cut-off");
        private static final Set<String> REFUSALS = Set.of("refused", "blocked", "request-refused", "too-large");
        private static final Set<String> CLOSED =
                Set.of("key-refused", "forbidden", "no-credit", "not-found", "not-allowed-out", "not-set-up");
        private static final Set<String> NOTHING = Set.of("not-understood", "garbled", "empty", "ran-out");

        /** @param code as in {@link Worded#why()} */
        static Why of(@Nullable String code) {
            String known = code == null ? "" : code;
            if (known.equals("too-late") || known.equals("timed-out")) {
                return LATE;
            }
            if (known.equals("budget-spent")) {
                return OVER_CAP;
            }
            return AWAY.contains(known)
                    ? UNREACHABLE
                    : REFUSALS.contains(known)
                            ? REFUSED
                            : CLOSED.contains(known) ? NOT_SET_UP : NOTHING.contains(known) ? NOT_UNDERSTOOD : UNFIT;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
