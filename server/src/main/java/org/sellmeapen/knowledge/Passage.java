package org.sellmeapen.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of a document that belongs to a question.
 *
 * @param n 0-based, which piece of its document
 * @param source as the author named it, shown wherever the passage is used
 * @param foundBy in which ways it was found
 */
public record Passage(DocumentId document, String title, String source, int n, String text, Set<FoundBy> foundBy) {

    public enum FoundBy {
        /** The same words, inflected or not. */
        WORDS,
        /** Nearly the same letters. */
        LETTERS,
        /** The same meaning, as a model sees it. */
        MEANING;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Title and source, as it is shown wherever the passage is used. */
    public String named() {
        return source.isEmpty() ? title : title + ", " + source;
    }

    public Passage {
        foundBy = Set.copyOf(foundBy);
    }
}
