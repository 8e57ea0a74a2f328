package org.sellmeapen.tenancy;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.sellmeapen.kernel.NotValid;

/** What people, teams and organisations may be called, and in which language they may be spoken to. */
public final class Names {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("\\p{Cntrl}|[\\p{Cf}&&[^\\u200c\\u200d]]|\\p{Cs}|\\p{Co}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private Names() {}

    /** @throws NotValid when empty, over 100 characters, or with characters that nobody can see */
    public static String checked(String field, String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > 100) {
            throw new NotValid(field, "A name has between 1 and 100 characters.");
        }
        if (UNPRINTABLE.matcher(name).find()) {
            throw new NotValid(field, "A name has no characters that cannot be shown.");
        }
        return name;
    }

    /** @throws NotValid unless shaped like a BCP 47 tag */
    public static String language(String field, String typed) {
        if (!LANGUAGE.matcher(typed).matches()) {
            throw new NotValid(field, "A language is named by its tag, such as en or pt-BR.");
        }
        return typed;
    }
}
