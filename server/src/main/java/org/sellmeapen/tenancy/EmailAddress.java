package org.sellmeapen.tenancy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sellmeapen.kernel.NotValid;

/** An e-mail address as this house stores and compares it. */
public final class EmailAddress {

    /** Wide on purpose: what decides is whether a letter arrives. No spaces, controls or second at-sign. */
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@\\p{Cntrl}<>\",;:\\\\]{1,64}@[^\\s@\\p{Cntrl}<>\",;:\\\\]+");

    private EmailAddress() {}

    /** Trimmed, composed, lower case; whatever was typed, so that comparing tells nothing about being known. */
    public static String normalised(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** @throws NotValid for what can be no address */
    public static String checked(String field, String typed) {
        String email = normalised(typed);
        if (email.length() > 254 || !SHAPE.matcher(email).matches()) {
            throw new NotValid(field, "This is not an e-mail address.");
        }
        return email;
    }
}
