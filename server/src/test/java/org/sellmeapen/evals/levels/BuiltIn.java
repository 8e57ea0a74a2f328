package org.sellmeapen.evals.levels;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.roleplay.Roleplay;

/** The counterpart and the analyser as shipped; what is said to it takes the way of everybody's words. */
final class BuiltIn {

    private BuiltIn() {}

    static Table.Buyers buyers() {
        return new Roleplay(new Remembering(BuiltInActAnalyser.english()))::seat;
    }

    /** The same, at whose mouth there is an obliging model. */
    static Table.Buyers worded(WordedBuyer.Seen seen) {
        Roleplay roleplay = new Roleplay(new Remembering(BuiltInActAnalyser.english()));
        return (scenario, level, seed) -> new WordedBuyer(roleplay.seat(scenario, level, seed), scenario, seed, seen);
    }

    /** Reads the same words in the same place once: paired games begin alike at every level. */
    private record Remembering(ActAnalyser analyser, Map<Place, List<ActReading>> read) implements ActAnalyser {

        private static final int AT_MOST = 300_000;

        private record Place(
                Speaker speaker, String text, @Nullable String context) {}

        Remembering(ActAnalyser analyser) {
            this(analyser, new ConcurrentHashMap<>());
        }

        @Override
        public List<ActReading> read(Speaker speaker, String text, @Nullable String context) {
            if (read.size() > AT_MOST) {
                read.clear();
            }
            return read.computeIfAbsent(
                    new Place(speaker, text, context), place -> analyser.read(speaker, text, context));
        }
    }
}
