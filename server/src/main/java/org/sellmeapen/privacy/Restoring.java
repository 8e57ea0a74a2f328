package org.sellmeapen.privacy;

import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** An answer on its way back, piece by piece. Whatever was handed on stays; call {@link #end()} when it is whole. */
public final class Restoring {

    private static final int LONGEST = 16;

    /** Whatever could go on to be a placeholder, or be one that goes on. */
    private static final Pattern BEGUN = Pattern.compile(
            "\\[ ?(?:(?:N|NA|NAM|E|EM|EMA|EMAI|P|PH|PHO|PHON|C|CA|CAR|I|IB|IBA|T|TE|TEX)?"
                    + "|(?:NAME|EMAIL|PHONE|CARD|IBAN|TEXT)[_ -]?\\d{0,4} ?)"
                    + "|(?:N|NA|NAM|E|EM|EMA|EMAI|P|PH|PHO|PHON|C|CA|CAR|I|IB|IBA|T|TE|TEX"
                    + "|(?:NAME|EMAIL|PHONE|CARD|IBAN|TEXT)(?:_\\d{0,4})?)",
            Pattern.CASE_INSENSITIVE);

    private static final String FIRST = "NEPCITnepcit";

    private final UnaryOperator<String> back;
    private final ToIntFunction<CharSequence> undecided;
    private final Consumer<String> sink;
    private final StringBuilder held = new StringBuilder();
    private boolean afterLetter;

    Restoring(UnaryOperator<String> back, ToIntFunction<CharSequence> undecided, Consumer<String> sink) {
        this.back = back;
        this.undecided = undecided;
        this.sink = sink;
    }

    public void words(String more) {
        held.append(more);
        int keep = undecided.applyAsInt(held);
        hand(held.length() - keep);
    }

    /** Nothing comes any more. */
    public void end() {
        hand(held.length());
    }

    private void hand(int length) {
        if (length > 0) {
            // A word that was cut between two pieces must not look as if it began with the second.
            String text = (afterLetter ? "x" : "") + held.substring(0, length);
            String restored = back.apply(text).substring(afterLetter ? 1 : 0);
            afterLetter = Character.isLetterOrDigit(text.charAt(text.length() - 1))
                    || Character.isSurrogate(text.charAt(text.length() - 1));
            held.delete(0, length);
            if (!restored.isEmpty()) {
                sink.accept(restored);
            }
        }
    }

    /** How much of the end may still become a placeholder. */
    static int undecided(CharSequence text) {
        int end = text.length();
        for (int from = Math.max(0, end - LONGEST); from < end; from++) {
            char before = from == 0 ? ' ' : text.charAt(from - 1);
            // Nearly every place is none: what a glance tells is not asked of the pattern.
            boolean maybe = text.charAt(from) == '['
                    || (FIRST.indexOf(text.charAt(from)) >= 0 && !Character.isLetterOrDigit(before));
            if (maybe && BEGUN.matcher(text.subSequence(from, end)).matches()) {
                return end - from;
            }
        }
        return 0;
    }
}
