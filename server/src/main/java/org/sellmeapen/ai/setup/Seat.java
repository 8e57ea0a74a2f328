package org.sellmeapen.ai.setup;

import java.time.Instant;
import java.util.Collection;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wrappers.Breaker;
import org.sellmeapen.ai.wrappers.Redacting;
import org.sellmeapen.privacy.Redactor;

/** One entry with the model that was made of it. */
final class Seat extends Watched {

    /** Who is private in a conversation, the organisation's people included. */
    interface Privacy {
        Redactor redactor(Collection<String> also);
    }

    private final LanguageModel model;

    Seat(ModelEntry entry, LanguageModel model, Breaker breaker) {
        super(entry, breaker);
        this.model = model;
    }

    LanguageModel model(Privacy privacy, Collection<String> also) {
        return entry().redacts() ? new Redacting(model, () -> privacy.redactor(also)) : model;
    }

    void fell(Instant at, ModelFailed why) {
        fell(at, why.code());
    }
}
