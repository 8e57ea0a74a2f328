package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole conversation as the judge reads it. */
final class Script {

    final List<Line> lines;
    final List<Line> rep = new ArrayList<>();
    final List<Line> buyer = new ArrayList<>();

    /** See {@link Care}. */
    double lean;

    /** Names and subjects of the first two turns of each side: who is who, and what is sold. */
    final Set<String> introduced = new HashSet<>();

    /** By turn: the subjects the buyer had brought up before it. */
    private final List<Set<String>> broughtUp = new ArrayList<>();

    /** By turn: the subjects of those earlier turns of the buyer in which trouble was spoken of. */
    private final List<Set<String>> troubles = new ArrayList<>();

    /** By turn: the numbers the buyer had named before it. */
    private final List<Set<Double>> named = new ArrayList<>();

    Script(List<Line> lines) {
        this.lines = lines;
        Set<String> subjects = new HashSet<>();
        Set<Double> numbers = new HashSet<>();
        Set<String> frozenSubjects = Set.of();
        Set<Double> frozenNumbers = Set.of();
        Set<String> trouble = new HashSet<>();
        Set<String> frozenTrouble = Set.of();
        Line last = null;
        for (Line line : lines) {
            line.before = last;
            if (last != null) {
                last.after = line;
            }
            last = line;
            broughtUp.add(frozenSubjects);
            named.add(frozenNumbers);
            troubles.add(frozenTrouble);
            (line.rep() ? rep : buyer).add(line);
            if (line.at < 4) {
                introduced.addAll(line.stems);
            }
            // Copies are taken only while the conversation is of a size people hold.
            if (line.buyer() && lines.size() <= BuiltInJudge.MOST_TURNS) {
                subjects.addAll(line.stems);
                numbers.addAll(line.numbers);
                if (line.has("trouble")) {
                    trouble.addAll(line.stems);
                    frozenTrouble = Set.copyOf(trouble);
                }
                frozenSubjects = Set.copyOf(subjects);
                frozenNumbers = Set.copyOf(numbers);
            }
        }
    }

    Set<String> broughtUpBefore(Line line) {
        return broughtUp.get(line.at);
    }

    Set<String> troublesBefore(Line line) {
        return troubles.get(line.at);
    }

    Set<Double> namedBefore(Line line) {
        return named.get(line.at);
    }

    /** A role play that both know to be one, such as the pen: nobody stands behind the buyer. */
    boolean played() {
        boolean said = lines.stream().anyMatch(line -> line.has("role_play"));
        return said || lines.stream().mapToInt(line -> line.count("consumer")).sum() >= 3;
    }

    /** The nearest earlier turn of the buyer with words in it. */
    static @Nullable Line buyerBefore(Line line) {
        Line at = line.before;
        return at != null && at.buyer() ? at : null;
    }

    static @Nullable Line buyerAfter(Line line) {
        Line at = line.after;
        return at != null && at.buyer() ? at : null;
    }

    static @Nullable Line repBefore(Line line) {
        Line at = line.before;
        return at != null && at.rep() ? at : null;
    }

    static @Nullable Line repAfter(Line line) {
        Line at = line.after;
        return at != null && at.rep() ? at : null;
    }

    /** 0 at the first turn, 1 at the last. */
    double place(Line line) {
        return lines.size() < 2 ? 0 : (double) line.at / (lines.size() - 1);
    }
}
