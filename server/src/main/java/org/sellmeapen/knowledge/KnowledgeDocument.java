package org.sellmeapen.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * A document as it is kept.
 *
 * @param source where it comes from, in its author's words ("price list, spring")
 * @param language BCP 47
 */
record KnowledgeDocument(
        DocumentId id,
        String title,
        String source,
        String language,
        String body,
        UUID addedBy,
        Instant addedAt,
        Instant changedAt,
        long version) {}
