/**
 * What an organisation knows of what it sells: its documents, cut into passages, found again by words, by letters and,
 * where a model for that is set up, by meaning; always with the source beside. Owns {@code knowledge_document} and
 * {@code knowledge_passage}. Leaves what is made of a passage to whoever asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "connections", "ai"})
package org.sellmeapen.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
