package org.sellmeapen.training;

import java.util.List;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.knowledge.Knowledge;
import org.sellmeapen.knowledge.Passage;
import org.springframework.stereotype.Component;

/** What an organisation's documents say about what was just said, for whoever words the answer. */
@Component
class Background {

    private static final int MOST = 3;

    private final Knowledge knowledge;

    Background(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    List<Passage> of(OrganisationId organisation, String words, String language) {
        return knowledge.findAtOnce(organisation, words, language, MOST);
    }

    /** As it is named beside the answer. */
    static List<String> sources(List<Passage> passages) {
        return passages.stream().map(Passage::named).distinct().toList();
    }
}
