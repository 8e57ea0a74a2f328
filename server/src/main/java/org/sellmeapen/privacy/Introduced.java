package org.sellmeapen.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that nobody told us, by what stands before them: a title (Mrs Katherine Johnson), or that somebody says who
 * they are (my name is); Russian ones by the father's name, Turkish ones by the title behind. Where no capital tells them, {@link Uncased} does.
 */
final class Introduced {

    private static final int MOST_WORDS = 4;
    private static final Set<String> FATHERS =
            Set.of("вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной");

    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] capitals = new boolean[64];
    private int size;

    private Introduced(String text) {
        this.text = text;
    }

    static List<Span> in(String text) {
        return new Introduced(text).found();
    }

    private List<Span> found() {
        for (int at = Names.start(text, 0); at < text.length(); at = Names.start(text, at)) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                capitals = Arrays.copyOf(capitals, size * 2);
            }
            int end = Names.end(text, at);
            int first = text.codePointAt(at);
            starts[size] = at;
            ends[size] = end;
            capitals[size++] = Character.isUpperCase(first) || Character.isTitleCase(first);
            at = end;
        }
        List<Span> found = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            Span span = mayFollow(k) ? behind(k) : null;
            if (span == null && isCapital(k)) {
                span = before(k);
            }
            if (span != null) {
                found.add(span);
                while (k + 1 < size && ends[k + 1] <= span.to()) {
                    k++;
                }
            }
        }
        return found;
    }

    /** Whether what follows that word could be a name: a glance at one letter, since nearly nothing could. */
    private boolean mayFollow(int k) {
        if (k + 1 >= size) {
            return false;
        }
        boolean soon = false;
        for (int next = k + 2; next < size && next <= k + 4; next++) {
            soon |= isCapital(next);
        }
        return isCapital(k + 1) || (soon && isBeforeName(k + 1));
    }

    private boolean isBeforeName(int k) {
        return isParticle(k) || (Titles.DEGREES.contains(word(k)) && gap(k + 1).startsWith("."));
    }

    private @Nullable Span behind(int k) {
        Titles.Title title = title(k);
        if (title != null) {
            return titled(k, title);
        }
        for (Introductions.Cue cue : Introductions.endingWith(small(k))) {
            int first = k - cue.words().size() + 1;
            if (first >= 0 && says(first, k, cue)) {
                return presented(first, k, cue.proof());
            }
        }
        return null;
    }

    private Titles.@Nullable Title title(int k) {
        if (k > 0 && starts[k] - ends[k - 1] == 1 && ".-".indexOf(text.charAt(ends[k - 1])) >= 0) {
            String joined = text.substring(starts[k - 1], ends[k]);
            Titles.Title whole = Titles.of(joined, joined.toLowerCase(Locale.ROOT));
            if (whole != null) {
                return whole;
            }
        }
        return Titles.of(word(k), small(k));
    }

    private @Nullable Span titled(int k, Titles.Title title) {
        int next = k + 1;
        String gap = gap(next);
        boolean dotted = gap.startsWith(".");
        boolean fits = switch (title.dot()) {
            case NEVER -> isBlank(gap);
            case MAY -> isBlank(gap) || gap.equals(".") || (dotted && isBlank(gap.substring(1)));
            case MUST -> dotted && (gap.length() == 1 || isBlank(gap.substring(1)));
        };
        while (fits
                && next + 1 < size
                && Titles.DEGREES.contains(word(next))
                && gap(next + 1).startsWith(".")) {
            next++; // Dr. med.
        }
        String before = k == 0 ? "" : small(k - 1);
        if (!fits || isAfterDigit(k) || !Titles.means(title, before, dotted, small(next))) {
            return null;
        }
        // A woman of Siemens is no Ms von Siemens.
        boolean article = title.letters() == Titles.Letters.ANY
                && Set.of("die", "der", "eine", "einer", "ein", "einen", "einem", "meine", "seine")
                        .contains(before);
        return name(next, !article, false, true);
    }

    private @Nullable Span presented(int first, int k, Introductions.Proof proof) {
        if (!isBlank(gap(k + 1)) && !gap(k + 1).equals(": ")) {
            return null;
        }
        boolean sure = proof == Introductions.Proof.NAME || proof == Introductions.Proof.OPENING;
        boolean dutch = small(k).equals("met"); // Jan de Vries is a family there, Pedro de Telefónica is none
        Span name = name(k + 1, false, sure || dutch, false);
        if (name == null) {
            return null;
        }
        boolean two = text.substring(name.from(), name.to()).indexOf(' ') > 0;
        String then = text.substring(name.to()).stripLeading();
        String next = then.substring(0, Names.end(then, 0)).toLowerCase(Locale.ROOT);
        boolean ends = then.isEmpty() || ",.!?;:)\"\u201d\u2013\u2014-".indexOf(then.charAt(0)) >= 0;
        boolean whence = Introductions.WHENCE.contains(next)
                || (then.startsWith(",")
                        && Introductions.WHENCE.contains(
                                firstWord(then.substring(1).strip())));
        boolean greeted = isGreeted(first) && (ends || whence || Introductions.BEHIND.contains(next));
        boolean holds = switch (proof) {
            case NAME -> true;
            case OPENING -> opens(first);
            case SAID ->
                (ends || whence || Introductions.BEHIND.contains(next))
                        && !firstWord(text.substring(name.from())).endsWith("ing"); // what I am selling
            case SHOWN -> greeted || whence;
            case SHOWN_TWICE -> greeted || (two && whence);
            case GREETED -> greeted || Introductions.SPEAKING.contains(next);
        };
        return holds ? name : null;
    }

    private static String firstWord(String text) {
        return text.substring(0, Names.end(text, 0)).toLowerCase(Locale.ROOT);
    }

    private boolean says(int first, int last, Introductions.Cue cue) {
        for (int k = last, n = 0; k >= first; k--, n++) {
            String gap = k == first ? " " : gap(k);
            boolean joined = isBlank(gap) || gap.equals("'") || gap.equals("\u2019") || gap.equals("-");
            if (!joined || !small(k).equals(cue.words().get(n))) {
                return false;
            }
        }
        return true;
    }

    private boolean opens(int k) {
        return k == 0 || ".!?,;:\n".indexOf(gap(k).isEmpty() ? ' ' : gap(k).charAt(0)) >= 0;
    }

    private boolean isGreeted(int k) {
        return k > 0 && gap(k).length() <= 3 && Introductions.GREETINGS.contains(small(k - 1));
    }

    /**
     * The name that begins there.
     *
     * @param particles whether it may begin with one: Dr van der Berg
     * @param joined whether a single one may join its first two words: Ana de Silva, and not Ms Weiß von Siemens
     * @param titled whether a title stands before it
     */
    private @Nullable Span name(int from, boolean particles, boolean joined, boolean titled) {
        int k = from;
        while (k < size && isParticle(k) && k - from < 3 && (particles || isCapital(k))) {
            k++;
            if (k == size || !(isBlank(gap(k)) || gap(k).equals("'") || gap(k).equals("\u2019"))) {
                return null;
            }
        }
        if (k >= size || !isName(k, titled)) {
            return null;
        }
        int last = k;
        int count = 1;
        while (count < MOST_WORDS) {
            int next = furtherWord(last, joined && count == 1, titled);
            if (next < 0) {
                break;
            }
            last = next;
            count++;
        }
        return new Span(starts[from], ends[last], Span.Kind.NAME);
    }

    /** The word that goes on with the name which that one is of; -1 for none. */
    private int furtherWord(int last, boolean joined, boolean titled) {
        int next = last + 1;
        if (next >= size) {
            return -1;
        }
        String gap = gap(next);
        boolean initial = length(last) == 1 && gap.startsWith(".") && isBlank(gap.substring(1));
        if (initial || isBlank(gap) || gap.equals("-") || gap.equals("\u2010") || gap.equals("\u2011")) {
            if (isInitial(next) || isFurther(next)) {
                return next;
            }
        }
        if (!isBlank(gap) || !isParticle(next) || Character.isUpperCase(text.codePointAt(starts[next]))) {
            return -1;
        }
        int behind = next + 1;
        while (behind < size && behind - next < 3 && isParticle(behind) && isBlank(gap(behind))) {
            behind++;
        }
        // Behind a title the Portuguese say the first name first, and what it joins is the family's.
        boolean compound = behind - next > 1 || (titled && NotNames.PORTUGUESE.contains(small(next)));
        return behind < size && (compound || joined) && isBlank(gap(behind)) && isFurther(behind) ? behind : -1;
    }

    private boolean isFurther(int k) {
        return isName(k, false) && !NotNames.isNoun(small(k));
    }

    private boolean isInitial(int k) {
        return length(k) == 1 && isCapital(k) && k + 1 < size && gap(k + 1).startsWith(". ") && isFurther(k + 1);
    }

    private boolean isName(int k, boolean titled) {
        int end = ends[k];
        String small = small(k);
        if (!isCapital(k)) {
            return false;
        }
        if (length(k) < 2) {
            return titled && isInitial(k);
        }
        boolean goesOn =
                end < text.length() && (Character.isDigit(text.charAt(end)) || "@_".indexOf(text.charAt(end)) >= 0);
        return !goesOn
                && !isMade(word(k))
                && !Titles.isOne(small)
                && !(titled ? NotNames.has(small) : NotNames.mayBe(small));
    }

    /** IBM, CEO, YouTube, PowerPoint; not McDonald. */
    private static boolean isMade(String word) {
        if (word.length() <= 4 && word.equals(word.toUpperCase(Locale.ROOT))) {
            return true;
        }
        for (int k = 1; k < word.length(); k++) {
            if (Character.isUpperCase(word.charAt(k)) && Character.isLowerCase(word.charAt(k - 1))) {
                String head = word.substring(0, k);
                return !Set.of("Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Van", "Von", "Fitz")
                        .contains(head);
            }
        }
        return false;
    }

    /** Whose name ends there by what it is: the father's, or one with a title behind it. */
    private @Nullable Span before(int k) {
        boolean named = k > 0 && isCapital(k - 1);
        boolean titled = k + 1 < size && (isCapital(k + 1) || "szàa".indexOf(text.charAt(starts[k + 1])) >= 0);
        if (!named && !titled) {
            return null;
        }
        String small = small(k);
        if (k > 0
                && text.charAt(ends[k] - 1) > 0x3ff
                && isBlank(gap(k))
                && isCapital(k - 1)
                && small.length() > 5
                && FATHERS.stream().anyMatch(small::endsWith)
                && isName(k - 1, true)) {
            int next = furtherWord(k, false, true);
            return new Span(starts[k - 1], ends[next < 0 ? k : next], Span.Kind.NAME);
        }
        if (k + 1 >= size || !isBlank(gap(k + 1)) || !isName(k, false) || NotNames.isNoun(small)) {
            return null;
        }
        int first = firstWord(k);
        boolean bey = isCapital(k + 1) && Titles.BEHIND.contains(small(k + 1));
        boolean known = first < k || isGreeted(first);
        return bey || speaks(k + 1, known) ? new Span(starts[first], ends[k], Span.Kind.NAME) : null;
    }

    /** Where the name begins that ends there. */
    private int firstWord(int last) {
        int first = last;
        while (first > 0
                && last - first < MOST_WORDS - 2
                && (isBlank(gap(first)) || gap(first).equals("-"))
                && isName(first - 1, false)
                && !Introductions.GREETINGS.contains(small(first - 1))) {
            first--;
        }
        return first;
    }

    /** @param named whether what stands before it is a name as it is: two words, or behind a greeting */
    private boolean speaks(int k, boolean named) {
        String rest = text.substring(starts[k], Math.min(text.length(), starts[k] + 20))
                .toLowerCase(Locale.ROOT);
        return Introductions.ON_THE_LINE.stream().anyMatch(rest::startsWith)
                || (named && rest.matches("(?s)speaking(?:[.,!?].*|$)"));
    }

    private boolean isParticle(int k) {
        return NotNames.PARTICLES.contains(small(k));
    }

    private boolean isAfterDigit(int k) {
        int at = starts[k] - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && Character.isDigit(text.charAt(at));
    }

    private boolean isCapital(int k) {
        return capitals[k];
    }

    private int length(int k) {
        return ends[k] - starts[k];
    }

    private String word(int k) {
        return text.substring(starts[k], ends[k]);
    }

    private String small(int k) {
        String small = word(k).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return small.startsWith("l'") ? small.substring(2) : small;
    }

    /** What stands between that word and the one before it. */
    private String gap(int k) {
        return k == 0 ? "" : text.substring(ends[k - 1], starts[k]);
    }

    /** One blank or two; a new line is none. */
    private static boolean isBlank(String gap) {
        return !gap.isEmpty()
                && gap.length() <= 2
                && gap.chars().allMatch(c -> c == ' ' || c == '\u00a0' || c == '\u202f');
    }
}
