package org.sellmeapen.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of an aggregate as it travels in {@code ETag} and {@code If-Match}. */
public record Version(long number) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"|(\\d{1,18})");

    /**
     * One version, with or without its quotation marks. A weak tag counts, because a proxy that compresses weakens ours;
     * a list and {@code *} do not: whoever changes a thing says which one they saw.
     *
     * @throws VersionMissing without a header
     * @throws VersionStale for anything this house never gave out
     */
    public static Version ofIfMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new VersionMissing();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new VersionStale();
        }
        return new Version(Long.parseLong(tag.group(1) != null ? tag.group(1) : tag.group(2)));
    }

    public String etag() {
        return "\"" + number + "\"";
    }

    /** @throws VersionStale unless the caller saw what is stored now */
    public void mustBe(long stored) {
        if (number != stored) {
            throw new VersionStale();
        }
    }
}
