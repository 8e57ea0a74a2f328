package org.sellmeapen.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins: the sort key of the last row, opaque to callers. */
public record Cursor(List<String> key) {

    private static final char SEPARATOR = '\u001f';

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor after(String... key) {
        return new Cursor(List.of(key));
    }

    /** @throws NotValid for a cursor this house never gave out */
    public static @Nullable Cursor parse(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            List<String> key = List.of(plain.split(String.valueOf(SEPARATOR), -1));
            if (key.size() == parts && plain.indexOf('\0') < 0) {
                return new Cursor(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal
        }
        throw foreign();
    }

    /** A cursor whose key is one id. */
    public static @Nullable Cursor ofId(@Nullable String text) {
        return endingInId(parse(text, 1));
    }

    /** A cursor whose key is a text, such as a name, and an id. */
    public static @Nullable Cursor ofTextAndId(@Nullable String text) {
        return endingInId(parse(text, 2));
    }

    /** A cursor whose key is an instant and an id. */
    public static @Nullable Cursor ofTimeAndId(@Nullable String text) {
        Cursor cursor = ofTextAndId(text);
        if (cursor != null) {
            try {
                Instant.parse(cursor.key().getFirst());
            } catch (DateTimeParseException notATime) {
                throw foreign();
            }
        }
        return cursor;
    }

    private static @Nullable Cursor endingInId(@Nullable Cursor cursor) {
        if (cursor != null) {
            try {
                UUID.fromString(cursor.key().getLast());
            } catch (IllegalArgumentException notAnId) {
                throw foreign();
            }
        }
        return cursor;
    }

    private static NotValid foreign() {
        return new NotValid("cursor", "This is not a cursor of this list. Leave it out to begin at the first page.");
    }

    public String text() {
        String plain = String.join(String.valueOf(SEPARATOR), key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** How many rows a page holds: 25 unless said, 1 to 100. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return 25;
        }
        if (asked < 1 || asked > 100) {
            throw new NotValid("limit", "A page has between 1 and 100 entries.");
        }
        return asked;
    }
}
