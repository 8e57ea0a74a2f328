package org.sellmeapen.scenarios;

import java.util.List;

/**
 * A subject one may be asked about, with answers that give no hidden fact away. The ids {@code price current_solution
 * timeline decision_process pains consequences numbers criteria past_experience competitors role goals use small_talk}
 * are known in every language pack, with keywords of their own; other ids are free.
 *
 * @param gist the answer in a clause, for those who ask again
 */
public record Topic(
        String id, String about, List<String> keywords, String gist, List<String> figures, List<String> answers) {

    public Topic {
        keywords = Lists.copy(keywords);
        figures = Lists.copy(figures);
        answers = Lists.copy(answers);
    }
}
