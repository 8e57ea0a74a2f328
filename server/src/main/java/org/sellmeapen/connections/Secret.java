package org.sellmeapen.connections;

/** A key of another house. Nothing that prints an object prints it. */
public record Secret(String value) {

    public static final Secret NONE = new Secret("");

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The last four characters, as it is shown after it was set; nothing of a short one. */
    public String ending() {
        return value.length() < 12 ? "" : value.substring(value.length() - 4);
    }

    /** The same text without it. */
    public String maskedIn(String text) {
        return value.length() < 4 ? text : text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
