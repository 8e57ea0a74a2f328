package org.sellmeapen.kernel;

import java.util.Map;

/** One value that the caller sent cannot be taken as it is. */
public final class NotValid extends Problem {

    private final String field;

    /**
     * @param field its name in JSON or in the query
     * @param message a whole sentence that stands by itself, in the words of whoever filled it in and not in those of JSON
     */
    public NotValid(String field, String message) {
        super(Kind.CALLER, "not-valid", 400, message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("field", field);
    }
}
