package org.sellmeapen.kernel;

import java.util.Map;

/**
 * A refusal: something the caller, the operator or a provider must change. Mapped once, at the edge, to RFC 9457
 * problem+json. Each refusal is its own type with a stable {@link #code()}. The message names ids, never personal text.
 */
public abstract class Problem extends RuntimeException {

    /** Who can mend it. */
    public enum Kind {
        CALLER,
        OPERATOR,
        PROVIDER
    }

    private final Kind kind;
    private final String code;
    private final int status;

    /**
     * @param code stable, kebab-case, listed in {@code api/problems.md}
     * @param status the HTTP status it maps to
     * @param detail what happened and what to do, in plain words without personal data
     */
    protected Problem(Kind kind, String code, int status, String detail) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.status = status;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** What a program goes by beside the code; they stand in the answer under these names. */
    public Map<String, Object> facts() {
        return Map.of();
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
