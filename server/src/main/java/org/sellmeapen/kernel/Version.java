package org.sellmeapen.kernel;

import org.jspecify.annotations.Nullable;

/** The version of an aggregate as it travels in {@code ETag} and {@code If-Match}. */
public record Version(long number) {

    /** @throws VersionMissing without a header; @throws VersionStale for anything this house never gave out */
    public static Version ofIfMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new VersionMissing();
        }
        String bare = header.strip();
        if (bare.startsWith("W/")) {
            bare = bare.substring(2);
        }
        bare = bare.replace("\"", "");
        try {
            return new Version(Long.parseLong(bare));
        } catch (NumberFormatException unknown) {
            throw new VersionStale();
        }
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
