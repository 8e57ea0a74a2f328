package org.sellmeapen.ai;

import java.util.Collection;
import java.util.Optional;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;

/**
 * Which model an organisation has for what: what it set up, in its order of fall-back, within its budget and its rules of
 * what may leave. The front door to {@link LanguageModel} and {@link EmbeddingModel}. Thread-safe.
 */
public interface Models {

    /** Nobody set up anything: nothing leaves. */
    Models NONE = new Models() {
        @Override
        public Optional<LanguageModel> language(OrganisationId organisation, Purpose purpose) {
            return Optional.empty();
        }

        @Override
        public Optional<EmbeddingModel> embedding(OrganisationId organisation) {
            return Optional.empty();
        }
    };

    /** @param purpose {@link Purpose#TALK} or {@link Purpose#JUDGE} */
    Optional<LanguageModel> language(OrganisationId organisation, Purpose purpose);

    /**
     * As {@link #language(OrganisationId, Purpose)}, for a conversation.
     *
     * @param alsoPrivate names that do not leave either, besides those of the organisation's people
     */
    default Optional<LanguageModel> language(
            OrganisationId organisation, Purpose purpose, Collection<String> alsoPrivate) {
        return language(organisation, purpose);
    }

    Optional<EmbeddingModel> embedding(OrganisationId organisation);
}
