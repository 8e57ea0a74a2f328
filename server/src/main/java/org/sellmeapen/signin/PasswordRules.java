package org.sellmeapen.signin;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which passwords are refused: short ones, and those that a guesser who knows the leaked ones, the common words, the
 * keyboard and the person finds early. zxcvbn counts the guesses; to its lists of breached passwords and English words
 * ours adds what is common elsewhere. No rule on what characters there must be: those make passwords worse.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** In powers of ten: beyond what guessing against a stolen Argon2id hash reaches in any useful time. */
    private static final double ENOUGH_GUESSES = 10;
    /** The guesser's time grows faster than the length, and whoever is safe by here is safe. */
    private static final int LOOKED_AT = 64;

    private final Supplier<Zxcvbn> guesser;

    private PasswordRules(Supplier<Zxcvbn> guesser) {
        this.guesser = guesser;
    }

    /** Its dictionaries are read at the first use, so that no start waits for them. */
    static PasswordRules shipped() {
        return new PasswordRules(SingletonSupplier.of(PasswordRules::guesser));
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
        String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        if (guesser.get().measure(looked, words(context)).getGuessesLog10() < ENOUGH_GUESSES) {
            throw new PasswordTooCommon();
        }
    }

    /** As said, in one word, and word by word. */
    private static List<String> words(Collection<String> context) {
        List<String> words = new ArrayList<>();
        for (String said : context) {
            String lower = said.toLowerCase(Locale.ROOT);
            words.add(lower);
            words.add(lower.replaceAll("[^\\p{L}\\p{N}]+", ""));
            words.addAll(List.of(lower.split("[^\\p{L}\\p{N}]+")));
        }
        words.removeIf(word -> word.length() < 3);
        return words;
    }

    private static Zxcvbn guesser() {
        try (InputStream in = Objects.requireNonNull(
                        PasswordRules.class.getResourceAsStream("/signin/common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> ours = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                    .toList();
            return new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("ours", ours))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
