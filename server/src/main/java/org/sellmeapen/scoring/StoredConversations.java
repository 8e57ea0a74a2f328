package org.sellmeapen.scoring;

import java.util.List;

/** What an activity has kept of conversations that were judged; implemented by each that keeps some. */
public interface StoredConversations {

    /** At most so many, the latest first, in the organisation of the current transaction. */
    List<ScorecardOrder> latest(int atMost);
}
