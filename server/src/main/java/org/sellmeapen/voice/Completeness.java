package org.sellmeapen.voice;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what was said so far looks like all that was meant to be said. Reads words, not sound. */
final class Completeness {

    enum Look {
        FINISHED,
        OPEN,
        BROKEN_OFF
    }

    private static final Pattern ASKED = Pattern.compile("[?!？！؟][\"'”’)\\]]*$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？؟]+[\"'”’)\\]]*$");
    private static final Pattern TRAILS_OFF = Pattern.compile("(\\.\\.\\.|…|[,;:–—-])$");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’ -]+");
    private static final int LONGEST_PHRASE = 5;

    private final Set<String> brokenOffAfter;
    private final Set<String> unlessStopped;
    private final Set<String> complete;
    private final Set<String> backChannels;

    Completeness(TurnPack pack) {
        brokenOffAfter = Set.copyOf(pack.brokenOffAfter());
        unlessStopped = Set.copyOf(pack.brokenOffAfterUnlessStopped());
        complete = Set.copyOf(pack.complete());
        backChannels = Set.copyOf(pack.backChannels());
    }

    Look of(String said) {
        String text = said.strip();
        String words = words(text);
        if (words.isEmpty() || complete.contains(words)) {
            return Look.FINISHED;
        }
        if (ASKED.matcher(text).find()) {
            return Look.FINISHED;
        }
        if (TRAILS_OFF.matcher(text).find() || endsWithOneOf(brokenOffAfter, words)) {
            return Look.BROKEN_OFF;
        }
        if (SENTENCE_END.matcher(text).find()) {
            return Look.FINISHED;
        }
        return endsWithOneOf(unlessStopped, words) ? Look.BROKEN_OFF : Look.OPEN;
    }

    /** Something a listener says without wanting the word: one such sound, or several in a row. */
    boolean isBackChannel(String said) {
        String words = words(said);
        if (words.isEmpty() || backChannels.contains(words)) {
            return true;
        }
        for (String part : words.split(" ")) {
            if (!backChannels.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWithOneOf(Set<String> phrases, String words) {
        String[] all = words.split(" ");
        String tail = "";
        for (int back = 1; back <= Math.min(LONGEST_PHRASE, all.length); back++) {
            tail = tail.isEmpty() ? all[all.length - 1] : all[all.length - back] + " " + tail;
            if (phrases.contains(tail)) {
                return true;
            }
        }
        return false;
    }

    private static String words(String text) {
        return NOT_A_WORD
                .matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(" ")
                .strip()
                .replaceAll("\\s+", " ");
    }
}
