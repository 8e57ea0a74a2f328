package org.sellmeapen.kernel;

/** One value that the caller sent cannot be taken as it is. */
public final class NotValid extends Problem {

    private final String field;
    private final String message;

    /** @param field its name in JSON or in the query */
    public NotValid(String field, String message) {
        super(Kind.CALLER, "not-valid", 400, field + ": " + message);
        this.field = field;
        this.message = message;
    }

    public String field() {
        return field;
    }

    public String message() {
        return message;
    }
}
