package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;

/** Where a seller and the built-in counterpart sit down; only words pass between them. */
final class Table {

    /** A seller's turn takes some twenty seconds with the answer, and the longest scenario allows fifteen minutes. */
    static final int MOST_TURNS = 45;

    private static final String RAISED = "raised:";

    private final Buyers buyers;
    private final Sellers sellers;
    private final Map<String, Briefing> briefings = new ConcurrentHashMap<>();

    Table(Buyers buyers, Sellers sellers) {
        this.buyers = buyers;
        this.sellers = sellers;
    }

    /** Who buys; the front door of the counterpart in the evaluation, something simpler in a test of the sellers. */
    interface Buyers {
        Counterpart against(Scenario scenario, Level level, long seed);
    }

    PlayedGame play(Scenario scenario, Level level, String name, int seed, boolean keepTranscript) {
        // one seed for the pair, and its own stream for each side and scenario
        long dice = 0x9E3779B97F4A7C15L * (seed + 1) ^ scenario.id().hashCode();
        Seller seller =
                sellers.hire(name, briefings.computeIfAbsent(scenario.digest(), _ -> Briefing.of(scenario)), dice);
        Counterpart buyer = buyers.against(scenario, level, seed);
        Record record = new Record();
        List<MarkedTurn> answer = buyer.open();
        record.add(answer);
        int turns = 0;
        while (buyer.ending().isEmpty() && turns < MOST_TURNS && !seller.hasLeft()) {
            turns++;
            answer = buyer.hear(seller.say(words(answer)));
            record.add(answer);
        }
        Outcome outcome = buyer.ending().map(Ending::outcome).orElse(Outcome.UNDECIDED);
        return new PlayedGame(
                scenario.id(),
                level,
                name,
                seed,
                outcome,
                scenario.script().win().isReachedBy(outcome),
                buyer.ending().isPresent(),
                turns,
                record.raised,
                record.repeated(),
                record.fingerprint,
                keepTranscript ? record.lines : List.of());
    }

    private static String words(List<MarkedTurn> turns) {
        return turns.stream()
                .filter(turn -> turn.turn().speaker() == Speaker.BUYER)
                .map(turn -> turn.turn().text())
                .collect(Collectors.joining(" "));
    }

    private static final class Record {
        private final List<String> lines = new ArrayList<>();
        private final Set<String> raised = new TreeSet<>();
        private final Map<String, Integer> sentences = new HashMap<>();
        private long fingerprint = 17;

        void add(List<MarkedTurn> turns) {
            for (MarkedTurn marked : turns) {
                String text = marked.turn().text();
                String line = marked.turn().speaker().code() + ": " + text;
                lines.add(line);
                fingerprint = fingerprint * 1_000_003 + line.hashCode();
                marked.moved().stream()
                        .map(move -> move.what())
                        .filter(what -> what.startsWith(RAISED))
                        .forEach(what -> raised.add(what.substring(RAISED.length())));
                if (marked.turn().speaker() == Speaker.BUYER) {
                    for (String sentence : text.split("(?<=[.!?…])[\"']?\\s+")) {
                        String plain = sentence.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N}' ]", "")
                                .strip();
                        if (!plain.isEmpty()) {
                            sentences.merge(plain, 1, Integer::sum);
                        }
                    }
                }
            }
        }

        Map<String, Integer> repeated() {
            return sentences.entrySet().stream()
                    .filter(sentence -> sentence.getValue() > 1)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
