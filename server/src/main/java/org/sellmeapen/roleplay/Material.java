package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.scenarios.Pitch;
import org.sellmeapen.scenarios.Pitch.Step;

/** The scenario's pitch as a stock: a step is taken once, and a sentence said once. */
final class Material {

    static final String SAID = "said";
    private static final String POINTS = "points";
    private static final int MOST_POINTS = 3;
    private static final int LEAST_POINTS = 2;

    private final Buyer shared;
    private final Selling selling;
    private final Map<String, List<Step>> groups = new LinkedHashMap<>();

    Material(Buyer shared, Pitch pitch, Selling selling) {
        this.shared = shared;
        this.selling = selling;
        groups.put("greeting", pitch.greeting());
        groups.put("discovery", pitch.discovery());
        groups.put("follow_ups", pitch.followUps());
        groups.put("summaries", pitch.summaries());
        groups.put("benefits", pitch.benefits());
        groups.put("proofs", pitch.proofs());
        groups.put("price", pitch.price());
        groups.put("trial_closes", pitch.trialCloses());
        groups.put("closes", pitch.closes());
        groups.put("respects_no", pitch.respectsNo());
        pitch.answers().forEach((act, steps) -> groups.put(answersTo(act), steps));
    }

    static String answersTo(Act objection) {
        return "answers/" + objection.code();
    }

    List<Step> steps(String group) {
        return groups.getOrDefault(group, List.of());
    }

    /** The next of a group that suits, in the order of the file. */
    @Nullable
    SellerMove take(String group, Predicate<Step> suits) {
        return takeFrom(group, steps(group).stream().filter(suits).toList());
    }

    /** Any of a group that suits; which one is the seed's affair, so that no two conversations need be alike. */
    @Nullable
    SellerMove takeAny(String group, Predicate<Step> suits) {
        return takeFrom(
                group,
                steps(group).stream()
                        .filter(suits)
                        .sorted(Comparator.comparingLong(step -> Chance.order(shared.mind().seed, group + step.id())))
                        .toList());
    }

    @Nullable
    SellerMove takeFrom(String group, List<Step> steps) {
        for (Step step : steps) {
            String key = group + "/" + step.id();
            String line = selling.taken.contains(key) ? null : line(step, key);
            if (line != null) {
                selling.taken.add(key);
                return moved(step, key, line);
            }
        }
        return null;
    }

    /** What was said last in other words, for somebody who did not follow. */
    @Nullable
    SellerMove again() {
        for (Map.Entry<String, List<Step>> group : groups.entrySet()) {
            for (Step step : group.getValue()) {
                String key = group.getKey() + "/" + step.id();
                String line = key.equals(selling.lastStep) ? line(step, key) : null;
                if (line != null) {
                    return moved(step, key, line);
                }
            }
        }
        return null;
    }

    boolean isTaken(String group, Step step) {
        return selling.taken.contains(group + "/" + step.id());
    }

    /** The person's words for it were said back to them before. */
    boolean isQuoted(String group, Step step) {
        return selling.quoted.contains(selling.quotes.getOrDefault(group + "/" + step.id(), ""));
    }

    private SellerMove moved(Step step, String key, String line) {
        return new SellerMove(line, step.technique(), null, key);
    }

    /** A line that quotes the person comes before one that doesn't; without their words it can't be said. */
    private @Nullable String line(Step step, String key) {
        Map<String, String> slots = slots(key);
        List<String> sayable = step.lines().stream()
                .filter(line -> fillable(line, SAID, slots) && fillable(line, POINTS, slots))
                .toList();
        List<String> quoting =
                sayable.stream().filter(line -> line.contains("{" + SAID + "}")).toList();
        String line = quoting.isEmpty() ? null : shared.tongue().fresh(quoting, slots);
        if (line != null) {
            selling.quoted.add(selling.quotes.getOrDefault(key, ""));
            return line;
        }
        return shared.tongue().fresh(sayable, slots);
    }

    private static boolean fillable(String line, String slot, Map<String, String> slots) {
        return slots.containsKey(slot) || !line.contains("{" + slot + "}");
    }

    private Map<String, String> slots(String key) {
        Map<String, String> slots = new LinkedHashMap<>();
        String quote = selling.quotes.get(key);
        if (quote != null) {
            slots.put(SAID, lowered(quote));
        }
        String points = points();
        if (points != null) {
            slots.put(POINTS, points);
        }
        return slots;
    }

    /** In the middle of a sentence, a quotation begins small unless with a name or with "I". */
    private String lowered(String quote) {
        String first = quote.split("[^\\p{L}\\p{N}]", 2)[0];
        String stem = Words.stem(first);
        boolean known = shared.index().knows(stem) || shared.index().pack().isNumber(stem);
        return first.length() > 1 && known
                ? quote.substring(0, 1).toLowerCase(Locale.ROOT) + quote.substring(1)
                : shared.tongue().lowered(quote);
    }

    /** What the person told, for a recap: the latest few things. */
    private @Nullable String points() {
        List<String> abouts = new ArrayList<>();
        for (String id : selling.fits) {
            String about = shared.index().step(id).about();
            if (about != null && !abouts.contains(about)) {
                abouts.add(about);
            }
        }
        if (abouts.size() < LEAST_POINTS) {
            return null;
        }
        List<String> last = abouts.subList(Math.max(0, abouts.size() - MOST_POINTS), abouts.size());
        String and = shared.index().pack().wording().list("last_and").getFirst();
        return String.join(", ", last.subList(0, last.size() - 1)) + and + last.getLast();
    }
}
