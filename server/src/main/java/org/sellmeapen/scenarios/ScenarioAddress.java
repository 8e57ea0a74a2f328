package org.sellmeapen.scenarios;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a scenario lives: {@code namespace/name@version}. */
public record ScenarioAddress(String namespace, String name, int version) {

    /** The namespace of what the product ships; its scenarios are short without it. */
    public static final String SHIPPED = "sellmeapen";

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)/([a-z0-9-]+)@(\\d{1,6})");

    /** Short form for people, addresses in a browser and the command line. */
    public String id() {
        return namespace.equals(SHIPPED) ? name : namespace + "." + name;
    }

    static Optional<ScenarioAddress> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new ScenarioAddress(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return namespace + "/" + name + "@" + version;
    }
}
