package org.sellmeapen.ai.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A text as it is sent to be spoken: nothing in it changes its place, so that times of words find them again. */
final class Script {

    private Script() {}

    /** Without what no vendor can read aloud, character for character. */
    static String readable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ");
    }

    static boolean holdsAWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * Parts no longer than a vendor takes at once, each ending with a sentence, else with a word, else where it must. Parts
     * without a word are left out.
     */
    static List<Part> parts(String text, int most, ToIntFunction<String> size) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = from + fitting(text.substring(from), most, size);
            if (end < text.length()) {
                end = breakBefore(text, from, end);
            }
            String part = text.substring(from, end);
            if (holdsAWord(part)) {
                parts.add(new Part(part, from));
            }
            from = end;
        }
        return parts;
    }

    private static int fitting(String text, int most, ToIntFunction<String> size) {
        int low = 1;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (size.applyAsInt(text.substring(0, middle)) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low < text.length() && low > 1 && Character.isLowSurrogate(text.charAt(low)) ? low - 1 : low;
    }

    private static int breakBefore(String text, int from, int end) {
        int word = -1;
        for (int i = end; i > from + (end - from) / 2; i--) {
            char before = text.charAt(i - 1);
            if ("。！？".indexOf(before) >= 0 || ".!?…".indexOf(before) >= 0 && Character.isWhitespace(text.charAt(i))) {
                return i;
            }
            if (word < 0 && Character.isWhitespace(before)) {
                word = i;
            }
        }
        return word < 0 ? end : word;
    }

    /** @param from where in the whole text it begins */
    record Part(String text, int from) {}
}
