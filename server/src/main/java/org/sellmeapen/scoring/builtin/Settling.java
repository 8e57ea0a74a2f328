package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scoring.Measured;
import org.sellmeapen.scoring.Observation;
import org.sellmeapen.scoring.Rubric;
import org.sellmeapen.scoring.Shows;
import org.sellmeapen.scoring.Verdict;

/**
 * Settles the places that can be read in two ways. Where the whole of what was counted leans another way than the places
 * as first read, the least certain of them are read one step up or down, one at a time, until the rubric's own rule
 * agrees; where no place is left to re-read, the first reading stands. So a verdict never lacks the places it rests on.
 */
final class Settling {

    /** Nearer than this to a cut, a criterion is called unsure. */
    private static final double EDGE = 0.12;

    private final Rubric.Criterion criterion;
    private final Notes notes;
    private final List<Line> lines;

    private Settling(Rubric.Criterion criterion, Notes notes, List<Line> lines) {
        this.criterion = criterion;
        this.notes = notes;
        this.lines = lines;
    }

    /** @return whether the criterion stands on the edge */
    static boolean settle(Rubric.Criterion criterion, Notes notes, Weighing weighing, Script script) {
        Weighing.Scale scale = weighing.of(criterion.id());
        if (scale == null || notes.noOccasion.contains(criterion.id())) {
            return false;
        }
        double sum = scale.sum(gauges(criterion, notes, script));
        return new Settling(criterion, notes, script.lines).towards(scale.leaning(sum)) || scale.margin(sum) < EDGE;
    }

    /** All that was counted about a criterion, and what the rubric's rule makes of the places as first read. */
    static Map<String, Double> gauges(Rubric.Criterion criterion, Notes notes, Script script) {
        Map<String, Double> all = notes.gauges(criterion.id(), script.lean);
        all.put("first reading", (double) rank(new Settling(criterion, notes, script.lines).verdict()));
        return all;
    }

    /** @return whether the first reading could not be brought to agree */
    private boolean towards(Verdict leaning) {
        List<Observation> before = new ArrayList<>(notes.seen);
        long own = notes.seen.stream()
                .filter(one -> one.criterion().equals(criterion.id()))
                .count();
        long steps = 3 * own + notes.faint.size() + 1;
        while (steps-- > 0) {
            Verdict now = verdict();
            if (now == leaning || now == Verdict.NOT_OBSERVED) {
                return false;
            }
            boolean moved = rank(now) < rank(leaning) ? up(leaning) : down(leaning);
            if (!moved) {
                break;
            }
        }
        if (verdict() != leaning) {
            notes.seen.clear();
            notes.seen.addAll(before);
            return true;
        }
        return false;
    }

    private boolean up(Verdict leaning) {
        if (leaning == Verdict.YES && replace(strongest(Shows.HALF), Shows.SUPPORTS)) {
            return true;
        }
        @Nullable
        Observation faint = notes.faint.stream()
                .filter(one -> one.criterion().equals(criterion.id()) && !notes.seen.contains(one))
                .max(Comparator.comparingDouble(Observation::confidence))
                .orElse(null);
        if (faint != null) {
            notes.seen.add(faint);
            return true;
        }
        return replace(weakest(Shows.CONTRADICTS), Shows.HALF) || remove(weakest(Shows.CHANCE_MISSED));
    }

    private boolean down(Verdict leaning) {
        if (replace(weakest(Shows.SUPPORTS), Shows.HALF)) {
            return true;
        }
        return leaning == Verdict.NO && remove(weakest(Shows.HALF));
    }

    private boolean replace(List<Observation> one, Shows shows) {
        if (one.isEmpty()) {
            return false;
        }
        Observation old = one.getFirst();
        notes.seen.set(
                notes.seen.indexOf(old),
                new Observation(old.criterion(), old.turn(), old.quote(), shows, old.confidence()));
        return true;
    }

    private boolean remove(List<Observation> one) {
        return !one.isEmpty() && notes.seen.remove(one.getFirst());
    }

    private List<Observation> strongest(Shows shows) {
        return of(shows).stream()
                .sorted(Comparator.comparingDouble(Observation::confidence).reversed())
                .toList();
    }

    private List<Observation> weakest(Shows shows) {
        return of(shows).stream()
                .sorted(Comparator.comparingDouble(Observation::confidence))
                .toList();
    }

    private List<Observation> of(Shows shows) {
        return notes.seen.stream()
                .filter(one -> one.criterion().equals(criterion.id()) && one.shows() == shows && rightSide(one))
                .toList();
    }

    private boolean rightSide(Observation one) {
        return criterion.quotesFrom() == null
                || one.shows() == Shows.CHANCE_MISSED
                || lines.get(one.turn()).turn.speaker() == criterion.quotesFrom();
    }

    private Verdict verdict() {
        Map<String, Double> counts = new HashMap<>();
        for (Shows shows : Shows.values()) {
            counts.put(shows.code(), (double) of(shows).size());
        }
        counts.put("occasion", 1.0);
        Measured measured = notes.measured.get(criterion.id());
        if (measured != null) {
            counts.put("measured", measured.value());
        }
        return criterion.rule().apply(counts);
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case NOT_OBSERVED, NO -> 0;
            case PARTIAL -> 1;
            case YES -> 2;
        };
    }
}
