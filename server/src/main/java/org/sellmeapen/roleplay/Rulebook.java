package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.kernel.ShippedContent;
import org.sellmeapen.scenarios.Script.Temperament;

/** {@code content/roleplay/rules.yaml}: what moves the buyer's mind, by how much, and why. */
final class Rulebook {

    private static final double GROWS_AT_MOST = 4;
    /** The nearer to 100, the less a gain adds: at 60 about half of it. */
    private static final double SATED = 125;

    record Content(List<Rule> rules, Map<String, String> events, List<Mood> moods) {}

    record Rule(
            String rule,
            String on,
            String why,
            Map<String, Double> moves,
            @Nullable Double fades,
            @Nullable Double grows,
            @Nullable Sours sours,
            @Nullable Map<String, Double> scales,
            @Nullable Only only) {}

    record Sours(int from, Map<String, Double> moves) {}

    record Only(
            @Nullable Integer trustFrom,
            @Nullable Integer trustBelow,
            @Nullable Integer interestFrom,
            @Nullable Integer interestBelow) {}

    record Mood(
            String mood,
            @Nullable Integer interestFrom,
            @Nullable Integer interestBelow,
            @Nullable Integer trustFrom,
            @Nullable Integer trustBelow,
            @Nullable Integer patienceFrom,
            @Nullable Integer patienceBelow) {}

    private final Map<Signal.Kind, List<Rule>> bySignal = new LinkedHashMap<>();
    private final Map<String, String> why = new LinkedHashMap<>();
    private final List<Mood> moods;
    private final Levels.Temper temper;

    Rulebook(Content content, Levels.Temper temper) {
        for (Rule rule : content.rules()) {
            Signal.Kind kind = Signal.Kind.valueOf(rule.on().toUpperCase(Locale.ROOT));
            bySignal.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rule);
            why.put(rule.rule(), rule.why());
        }
        why.putAll(content.events());
        this.moods = content.moods();
        this.temper = temper;
    }

    static Rulebook shipped(Levels.Temper temper) {
        return new Rulebook(ShippedContent.read("roleplay/rules.yaml", Content.class), temper);
    }

    Optional<String> why(String rule) {
        return Optional.ofNullable(why.get(rule));
    }

    List<MindRule> all() {
        return why.entrySet().stream()
                .map(entry -> new MindRule(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Moves the mind and says how. */
    List<MindMove> apply(List<Signal> signals, Mind mind, Temperament persona, Levels.Knobs knobs, int turn) {
        List<MindMove> moves = new ArrayList<>();
        for (Signal signal : signals) {
            for (Rule rule : bySignal.getOrDefault(signal.kind(), List.of())) {
                if (holds(rule.only(), mind)) {
                    fire(rule, signal, mind, persona, knobs, turn, moves);
                }
            }
        }
        return moves;
    }

    private void fire(
            Rule rule,
            Signal signal,
            Mind mind,
            Temperament persona,
            Levels.Knobs knobs,
            int turn,
            List<MindMove> moves) {
        String ground = rule.rule() + "|" + signal.ground();
        int onGround = mind.fired.merge(ground, 1, Integer::sum) - 1;
        int everywhere = mind.fired.merge(rule.rule(), 1, Integer::sum) - 1;
        boolean soured = rule.sours() != null && onGround + 1 >= rule.sours().from();
        Map<String, Double> amounts =
                rule.sours() != null && soured ? rule.sours().moves() : rule.moves();
        for (Map.Entry<String, Double> amount : amounts.entrySet()) {
            double points = amount.getValue();
            if (points > 0) {
                points *= Math.pow(rule.fades() == null ? 1 : rule.fades(), onGround);
                points *= knobs.get("gain") * signal.strength();
                points *= 1 - mind.of(amount.getKey()) / SATED;
                if (amount.getKey().equals("trust")) {
                    points *= 1 - temper.scepticism() * (persona.scepticism() - 50) / 50;
                }
            } else {
                points *= Math.min(
                        GROWS_AT_MOST,
                        Math.pow(rule.grows() == null ? 1 : rule.grows(), Math.max(onGround, everywhere)));
                points *= knobs.get("loss");
                if (amount.getKey().equals("patience")) {
                    points *= 1 - temper.patience() * (persona.patience() - 50) / 50;
                }
            }
            points *= trait(rule, persona);
            int by = mind.move(amount.getKey(), (int) Math.round(points));
            if (by != 0) {
                moves.add(new MindMove(turn, amount.getKey(), by, rule.rule()));
            }
        }
    }

    private static double trait(Rule rule, Temperament persona) {
        double factor = 1;
        if (rule.scales() != null) {
            for (Map.Entry<String, Double> scale : rule.scales().entrySet()) {
                int value = switch (scale.getKey()) {
                    case "warmth" -> persona.warmth();
                    case "scepticism" -> persona.scepticism();
                    case "directness" -> persona.directness();
                    case "humour" -> persona.humour();
                    case "talkativeness" -> persona.talkativeness();
                    default -> throw new IllegalStateException("rules.yaml scales by " + scale.getKey());
                };
                factor *= 1 + scale.getValue() * (value - 50) / 50;
            }
        }
        return factor;
    }

    private static boolean holds(@Nullable Only only, Mind mind) {
        return only == null
                || (from(only.trustFrom(), mind.trust)
                        && below(only.trustBelow(), mind.trust)
                        && from(only.interestFrom(), mind.interest)
                        && below(only.interestBelow(), mind.interest));
    }

    String mood(Mind mind) {
        return moods.stream()
                .filter(mood -> from(mood.interestFrom(), mind.interest)
                        && below(mood.interestBelow(), mind.interest)
                        && from(mood.trustFrom(), mind.trust)
                        && below(mood.trustBelow(), mind.trust)
                        && from(mood.patienceFrom(), mind.patience)
                        && below(mood.patienceBelow(), mind.patience))
                .map(Mood::mood)
                .findFirst()
                .orElse("attentive");
    }

    private static boolean from(@Nullable Integer limit, int value) {
        return limit == null || value >= limit;
    }

    private static boolean below(@Nullable Integer limit, int value) {
        return limit == null || value < limit;
    }
}
