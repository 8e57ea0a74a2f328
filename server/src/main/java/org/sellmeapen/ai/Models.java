package org.sellmeapen.ai;

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

    Optional<EmbeddingModel> embedding(OrganisationId organisation);
}
