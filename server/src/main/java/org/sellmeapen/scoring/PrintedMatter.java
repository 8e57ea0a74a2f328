package org.sellmeapen.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.knowledge.Knowledge;
import org.sellmeapen.knowledge.Passage;

/** What an organisation's documents say about what was claimed in a conversation. */
@FunctionalInterface
interface PrintedMatter {

    PrintedMatter NONE = _ -> List.of();

    /** At most six passages. Waits for a model of meaning where there is one. */
    List<Passage> about(Transcript transcript) throws InterruptedException;

    static PrintedMatter of(Knowledge knowledge, OrganisationId organisation) {
        return transcript -> knowledge.find(organisation, claims(transcript), transcript.language(), 6);
    }

    /** Whoever claims much talks long. */
    private static String claims(Transcript transcript) {
        return transcript.turns().stream()
                .filter(turn -> turn.speaker() == Speaker.REP)
                .map(Turn::text)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(6)
                .map(text -> text.length() > 160 ? text.substring(0, 160) : text)
                .collect(Collectors.joining(" "));
    }
}
