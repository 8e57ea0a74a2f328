package org.sellmeapen.ai.espeak;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with everything taken out that eSpeak NG would obey instead of reading (markup, phonemes in brackets, embedded
 * commands) or read as its name (emoji), and prices turned round to be read as people say them.
 *
 * @param text what is handed over
 * @param origins for each code point of it, which character of the original it came from
 */
record Speakable(String text, int[] origins, int originalLength) {

    private static final Pattern PRICE = Pattern.compile("([$€£])\\s?(\\d+(?:[.,]\\d+)*)");
    private static final Map<String, String> CURRENCIES = Map.of("$", " dollars", "€", " euros", "£", " pounds");
    private static final String UNSPEAKABLE = "<>[]{}|\\*_`~^";
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    static Speakable of(String original, String language) {
        Writing writing = new Writing(original.length() + 16, language);
        Matcher price = PRICE.matcher(original);
        int at = 0;
        while (price.find()) {
            writing.copy(original, at, price.start());
            writing.copy(original, price.start(2), price.end(2));
            String currency = price.group(1);
            writing.insert(
                    language.equals("en") ? CURRENCIES.getOrDefault(currency, "") : " " + currency, price.start(1));
            at = price.end();
        }
        writing.copy(original, at, original.length());
        return new Speakable(writing.text.toString(), Arrays.copyOf(writing.origins, writing.count), original.length());
    }

    boolean isSilent() {
        return text.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || "$€£%&@+=#§°".indexOf(c) >= 0);
    }

    /** Where in the original a code point of {@link #text} stands; its end for one behind the last. */
    int origin(int codePoint) {
        return codePoint < 0 ? 0 : codePoint < origins.length ? origins[codePoint] : originalLength;
    }

    /** Where in the original what ends before this code point ends. */
    int originEnd(int codePoint) {
        int last = Math.min(codePoint, origins.length) - 1;
        return last < 0 ? 0 : Math.min(originalLength, origins[last] + 1);
    }

    private static final class Writing {
        private final StringBuilder text;
        private final String language;
        private int[] origins;
        private int count;

        Writing(int capacity, String language) {
            this.text = new StringBuilder(capacity);
            this.origins = new int[capacity];
            this.language = language;
        }

        void copy(String from, int start, int end) {
            for (int at = start; at < end; ) {
                int c = from.codePointAt(at);
                put(spoken(c, from, at), at);
                at += Character.charCount(c);
            }
        }

        void insert(String words, int origin) {
            words.codePoints().forEach(c -> put(c, origin));
        }

        private void put(int codePoint, int origin) {
            if (count == origins.length) {
                origins = Arrays.copyOf(origins, count * 2);
            }
            origins[count++] = origin;
            text.appendCodePoint(codePoint);
        }

        private int spoken(int c, String from, int at) {
            if (c == ';' && endsEntity(from, at)) {
                return ',';
            }
            boolean joinsLetters = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            if (joinsLetters && language.equals("hi")) {
                return c;
            }
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> ' ';
                default -> UNSPEAKABLE.indexOf(c) >= 0 || isEmoji(c) ? ' ' : c;
            };
        }

        private static boolean endsEntity(String text, int at) {
            int begin = at;
            while (begin > 0 && (Character.isLetterOrDigit(text.charAt(begin - 1)) || text.charAt(begin - 1) == '#')) {
                begin--;
            }
            return begin > 0 && text.charAt(begin - 1) == '&';
        }

        private static boolean isEmoji(int c) {
            return Character.isExtendedPictographic(c)
                    || Character.isEmojiModifier(c)
                    || c == KEYCAP
                    || (c >= 0x1F1E6 && c <= 0x1F1FF)
                    || (c >= 0xFE00 && c <= 0xFE0F);
        }
    }
}
