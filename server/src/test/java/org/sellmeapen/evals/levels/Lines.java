package org.sellmeapen.evals.levels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wordings of every move. A line is drawn only when all its slots can be filled, and once a game while others last. */
record Lines(Map<String, List<String>> moves) {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    Lines {
        moves = Map.copyOf(moves);
    }

    Optional<String> draw(String move, Map<String, String> slots, Set<String> used, RandomGenerator chance) {
        List<String> lines =
                of(move).stream().filter(line -> fillable(line, slots)).toList();
        List<String> fresh = lines.stream().filter(line -> !used.contains(line)).toList();
        List<String> pool = fresh.isEmpty() ? lines : fresh;
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        String line = pool.get(chance.nextInt(pool.size()));
        used.add(line);
        return Optional.of(filled(line, slots));
    }

    List<String> of(String move) {
        List<String> lines = moves.get(move);
        if (lines == null) {
            throw new IllegalArgumentException("no lines for the move " + move);
        }
        return lines;
    }

    private static boolean fillable(String line, Map<String, String> slots) {
        return SLOT.matcher(line).results().allMatch(slot -> value(slot.group(1), slots) != null);
    }

    private static String filled(String line, Map<String, String> slots) {
        String text = SLOT.matcher(line).replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1), slots) + ""));
        return text.replaceAll("([.!?])\\.(?!\\.)", "$1").replaceAll("([.!?]),", "$1");
    }

    private static @Nullable String value(String slot, Map<String, String> slots) {
        String value = slots.get(slot);
        if (value != null) {
            return value;
        }
        String small = slots.get(Character.toLowerCase(slot.charAt(0)) + slot.substring(1));
        return small == null ? null : capital(small);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
