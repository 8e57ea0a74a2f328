package org.sellmeapen.ai;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether what is said to an address stays in the house. */
public final class House {

    private static final Pattern OURS = Pattern.compile(
            "localhost|127(\\.\\d+){3}|\\[?::1]?|10(\\.\\d+){3}|192\\.168(\\.\\d+){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d+){2}"
                    + "|\\[f[cd][0-9a-f:]+]|[^.:]+|.*\\.(local|internal|lan|home\\.arpa)");

    private House() {}

    /** Goes by the name alone: addresses of private networks, names without a dot, and names that no public server has. */
    public static boolean has(URI address) {
        String host = address.getHost();
        return host != null && OURS.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
