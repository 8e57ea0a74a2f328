package org.sellmeapen.scenarios;

import java.util.List;

/** Something true of a product that a seller may say; shown in the briefing. */
public record ProductFact(String id, String text, List<String> keywords) {

    public ProductFact {
        keywords = Lists.copy(keywords);
    }
}
