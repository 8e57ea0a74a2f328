package org.sellmeapen.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what has a form of its own: mail addresses, bank accounts, cards, telephone numbers. */
final class Numbers {

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d._%+-]{0,63})@(?:[\\p{L}\\d-]{1,63}\\.){1,8}\\p{L}{2,24}");
    private static final Pattern IBAN =
            Pattern.compile("(?<![\\p{L}\\d])[A-Za-z]{2}\\d{2}(?: ?[A-Za-z0-9]){11,30}(?![\\p{L}\\d])");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\d.,])[+(]?\\d(?:[ \\u00a0()./-]{0,3}\\d){6,21}(?![\\p{L}\\d])");
    private static final Pattern GROUP = Pattern.compile("\\(?\\d+");

    private Numbers() {}

    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        if (text.indexOf('@') >= 0) {
            Matcher email = EMAIL.matcher(text);
            while (email.find()) {
                found.add(new Span(email.start(), email.end(), Span.Kind.EMAIL));
            }
        }
        if (text.chars().noneMatch(Character::isDigit)) {
            return found;
        }
        numbers(plainly(text), found);
        return found;
    }

    /** Digits of every script as ours, and printers' dashes and blanks as those of a keyboard; as long as it was. */
    private static String plainly(String text) {
        char[] plain = text.toCharArray();
        for (int k = 0; k < plain.length; k++) {
            char c = plain[k];
            if (c > 127) {
                int digit = Character.digit(c, 10);
                plain[k] = digit >= 0
                        ? (char) ('0' + digit)
                        : Character.getType(c) == Character.DASH_PUNCTUATION
                                ? '-'
                                : Character.isSpaceChar(c) ? ' ' : c == '\uff0b' ? '+' : c;
            }
        }
        return new String(plain);
    }

    private static void numbers(String text, List<Span> found) {
        Matcher iban = IBAN.matcher(text);
        int from = 0;
        while (iban.find(from)) {
            int end = account(text, iban.start(), iban.end());
            if (end > 0) {
                found.add(new Span(iban.start(), end, Span.Kind.IBAN));
            }
            from = end > 0 ? end : iban.start() + 2;
        }
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            String plain = digits.group().replaceAll("\\D", "");
            if (isCard(plain)) {
                found.add(new Span(digits.start(), digits.end(), Span.Kind.CARD));
            } else if (isPhone(text, digits, plain)) {
                found.add(new Span(digits.start(), digits.end(), Span.Kind.PHONE));
            } else {
                inside(text, digits.group(), digits.start(), found);
            }
        }
    }

    /** A card with its month behind it, two telephone numbers in a row: one of them among other groups of digits. */
    private static void inside(String text, String written, int offset, List<Span> found) {
        Matcher group = GROUP.matcher(written);
        List<int[]> groups = new ArrayList<>();
        while (group.find()) {
            groups.add(new int[] {group.start(), group.end()});
        }
        for (int from = 0; from < groups.size(); from++) {
            for (int to = groups.size() - 1; to >= from; to--) {
                int start = groups.get(from)[0];
                int end = groups.get(to)[1];
                String part = written.substring(start, end);
                boolean card = isCard(part.replaceAll("\\D", ""));
                boolean phone = Phones.isGrouped(part)
                        || (isApart(written, start, end) && Phones.has(text, offset + start, offset + end));
                if (card || phone) {
                    found.add(new Span(offset + start, offset + end, card ? Span.Kind.CARD : Span.Kind.PHONE));
                    from = to;
                    break;
                }
            }
        }
    }

    /** Whether a sentence or a line ends on both sides of it, unless all of it does: other groups could belong to it. */
    private static boolean isApart(String written, int from, int to) {
        boolean begins = from == 0 || written.substring(0, from).matches("(?s).*(?:[./] |\\()");
        return begins && (to == written.length() || written.substring(to).matches("(?s)(?:\\)|[./] ).*"));
    }

    static boolean isCard(String digits) {
        if (digits.length() < 13
                || digits.length() > 19
                || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int k = 0; k < digits.length(); k++) {
            int value = digits.charAt(digits.length() - 1 - k) - '0';
            int twice = value * 2;
            sum += k % 2 == 0 ? value : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** Begins with a plus, a zero or a bracket, or is grouped as telephone numbers are. A date or a sum does neither. */
    private static boolean isPhone(String text, Matcher found, String digits) {
        String written = found.group();
        boolean begins = written.startsWith("+") || written.startsWith("(") || digits.startsWith("0");
        return digits.length() <= 15
                && (begins || Phones.isGrouped(written) || Phones.has(text, found.start(), found.end()));
    }

    /** The end of the account that begins there, its check digits holding; words may follow. 0 for none. */
    private static int account(String text, int from, int most) {
        for (int end = most; end - from >= 15; end--) {
            boolean cut = end == most || !Character.isLetterOrDigit(text.charAt(end));
            if (cut && Character.isLetterOrDigit(text.charAt(end - 1)) && isAccount(text.substring(from, end))) {
                return end;
            }
        }
        return 0;
    }

    static boolean isAccount(String written) {
        String plain = written.replace(" ", "").toUpperCase(Locale.ROOT);
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        int rest = 0;
        for (int k = 0; k < plain.length(); k++) {
            int value = Character.digit(plain.charAt((k + 4) % plain.length()), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest == 1;
    }
}
