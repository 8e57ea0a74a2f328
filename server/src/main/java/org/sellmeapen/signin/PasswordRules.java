package org.sellmeapen.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are refused: short ones, and those that head every list of leaked passwords. Such a list holds a few
 * words with decoration; so instead of every leaked spelling the words are kept ({@code common-passwords.txt}) and a
 * password is refused when nothing but one or two of them is left under its digits, signs and look-alike letters. No
 * other rule on what it must contain: those make passwords worse.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890123456789",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "azertyuiop",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "qazwsxedcrfvtgbyhnujmikolp",
            "q1w2e3r4t5y6u7i8o9p0",
            "1q2w3e4r5t6y7u8i9o0p",
            "a1b2c3d4e5f6g7h8i9",
            "147258369",
            "!@#$%^&*()");

    private final Set<String> common;

    PasswordRules(Set<String> common) {
        this.common = Set.copyOf(common);
    }

    static PasswordRules shipped() {
        try (InputStream in = Objects.requireNonNull(
                        PasswordRules.class.getResourceAsStream("/signin/common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new PasswordRules(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                    .map(PasswordRules::core)
                    .filter(word -> word.length() >= 3)
                    .collect(Collectors.toSet()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param context what an attacker knows: the person's name and e-mail, the organisation's name */
    void check(String password, Collection<String> context) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new PasswordTooShort();
        }
        if (length > LONGEST) {
            throw new PasswordTooLong();
        }
        if (isPattern(password.toLowerCase(Locale.ROOT)) || isWords(password, context)) {
            throw new PasswordTooCommon();
        }
    }

    private static boolean isPattern(String password) {
        return password.codePoints().distinct().count() < 5
                || repeats(password)
                || longestRun(password) * 4 >= password.length() * 3;
    }

    /** One short piece over and over. */
    private static boolean repeats(String password) {
        for (int piece = 1; piece <= password.length() / 3; piece++) {
            if (password.length() % piece == 0
                    && password.substring(0, piece)
                            .repeat(password.length() / piece)
                            .equals(password)) {
                return true;
            }
        }
        return false;
    }

    /** How many characters lie in stretches of at least four along the keyboard, the alphabet or the digits. */
    private static int longestRun(String password) {
        int covered = 0;
        int at = 0;
        while (at < password.length()) {
            int best = 0;
            for (String run : RUNS) {
                best = Math.max(best, along(password, at, run));
                best = Math.max(
                        best,
                        along(password, at, new StringBuilder(run).reverse().toString()));
            }
            if (best >= 4) {
                covered += best;
                at += best;
            } else {
                at++;
            }
        }
        return covered;
    }

    private static int along(String password, int from, String run) {
        int best = 0;
        for (int start = 0; start < run.length(); start++) {
            int n = 0;
            while (from + n < password.length()
                    && start + n < run.length()
                    && password.charAt(from + n) == run.charAt(start + n)) {
                n++;
            }
            best = Math.max(best, n);
        }
        return best;
    }

    private boolean isWords(String password, Collection<String> context) {
        Set<String> known = new HashSet<>();
        for (String said : context) {
            for (String word : said.split("[^\\p{L}\\p{N}]+")) {
                if (core(word).length() >= 3) {
                    known.add(core(word));
                }
            }
            known.add(core(said));
        }
        for (String letters : List.of(core(password), plainLetters(password))) {
            // Many digits around a short word are a number with a word in it, still a common thing to type.
            if (letters.length() < 4 && password.length() - letters.length() > 0) {
                return true;
            }
            if (isKnown(letters, known) || isTwo(letters, known)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTwo(String letters, Set<String> known) {
        for (int cut = 1; cut < letters.length(); cut++) {
            String left = letters.substring(0, cut);
            String right = letters.substring(cut);
            boolean bothKnown = isKnown(left, known) && isKnown(right, known);
            if (bothKnown) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnown(String word, Set<String> known) {
        return common.contains(word) || (!word.isEmpty() && known.contains(word));
    }

    /** Letters only, look-alikes read as the letters they stand for: {@code P@ssw0rd2024!} is {@code password}. */
    static String core(String text) {
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}@$]+|[^\\p{L}]+$", "");
        StringBuilder read = new StringBuilder();
        for (char c : bare.toCharArray()) {
            read.append(
                    switch (c) {
                        case '0' -> 'o';
                        case '1', '!' -> 'i';
                        case '3' -> 'e';
                        case '4', '@' -> 'a';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        default -> c;
                    });
        }
        return plainLetters(read.toString());
    }

    private static String plainLetters(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}]", "");
    }
}
