package org.sellmeapen.scenarios;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;

/**
 * The AI seller's material for {@code seat: buyer}: what it says at each point, each line labelled with the technique
 * it is an example of.
 *
 * @param answers per {@code objection_*} act, in the order they are used up
 * @param knows topics the person may ask about
 */
public record Pitch(
        List<Step> greeting,
        List<Step> discovery,
        List<Step> followUps,
        List<Step> summaries,
        List<Step> benefits,
        List<Step> proofs,
        List<Step> price,
        Map<Act, List<Step>> answers,
        List<Topic> knows,
        List<Step> trialCloses,
        List<Step> closes,
        List<Step> respectsNo,
        Script.Endings farewells) {

    public Pitch {
        greeting = Lists.copy(greeting);
        discovery = Lists.copy(discovery);
        followUps = Lists.copy(followUps);
        summaries = Lists.copy(summaries);
        benefits = Lists.copy(benefits);
        proofs = Lists.copy(proofs);
        price = Lists.copy(price);
        answers = Lists.copy(answers);
        knows = Lists.copy(knows);
        trialCloses = Lists.copy(trialCloses);
        closes = Lists.copy(closes);
        respectsNo = Lists.copy(respectsNo);
    }

    /**
     * @param technique id in {@code content/roleplay/techniques.yaml}
     * @param about what it is about, in a clause, for recaps
     * @param keywords words of the person to which it fits; without any it always fits
     */
    public record Step(
            String id, String technique, @Nullable String about, List<String> keywords, List<String> lines) {
        public Step {
            keywords = Lists.copy(keywords);
            lines = Lists.copy(lines);
        }
    }
}
