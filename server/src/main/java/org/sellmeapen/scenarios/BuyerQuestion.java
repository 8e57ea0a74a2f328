package org.sellmeapen.scenarios;

import java.util.List;
import org.sellmeapen.conversation.Act;

/**
 * Something the buyer wants to know.
 *
 * @param after acts of the seller after which it may come
 * @param answeredBy words by which one hears that it was answered
 */
public record BuyerQuestion(String id, List<Act> after, List<String> answeredBy, List<String> lines) {

    public BuyerQuestion {
        after = Lists.copy(after);
        answeredBy = Lists.copy(answeredBy);
        lines = Lists.copy(lines);
    }
}
