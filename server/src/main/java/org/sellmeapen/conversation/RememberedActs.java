package org.sellmeapen.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the latest readings of another analyser: in a call the same words are read while it is still considered whether
 * the turn is over, and again when it is. Thread-safe; keeps nothing longer than the readings after it take to push it out.
 */
public final class RememberedActs implements ActAnalyser {

    private record Utterance(
            Speaker speaker, String text, @Nullable String context) {}

    private final ActAnalyser analyser;
    private final Map<Utterance, List<ActReading>> latest;

    /** @param atMost how many readings are remembered */
    public RememberedActs(ActAnalyser analyser, int atMost) {
        this.analyser = analyser;
        this.latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Utterance, List<ActReading>> eldest) {
                return size() > atMost;
            }
        };
    }

    @Override
    public List<ActReading> read(Speaker speaker, String text, @Nullable String context) {
        Utterance utterance = new Utterance(speaker, text, context);
        synchronized (latest) {
            List<ActReading> known = latest.get(utterance);
            if (known != null) {
                return known;
            }
        }
        List<ActReading> read = List.copyOf(analyser.read(speaker, text, context));
        synchronized (latest) {
            latest.put(utterance, read);
        }
        return read;
    }
}
