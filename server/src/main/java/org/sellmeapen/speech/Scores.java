package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;

/** {@code content/speech/scores.yaml}: how clarity and confidence are put together. */
record Scores(
        Least least,
        List<PartText> clarity,
        List<PartText> confidence,
        double longPauseS,
        Limits limits,
        List<NormText> norms) {

    record Least(double speechS, int words, double observedWeight) {}

    record Limits(double monologueS, double talkShare, int interruptions) {}

    /** How sure anybody can be of the bounds of a figure; they stand elsewhere. */
    record NormText(
            String figure,
            @Nullable String strength,
            @Nullable String source) {}

    /** Bounds that are not given do not bind. */
    record PartText(
            String name,
            int weight,
            String of,
            @Nullable Double noneBelow,
            @Nullable Double fullFrom,
            @Nullable Double fullTo,
            @Nullable Double noneAbove,
            @Nullable String source) {

        PartText weighing(int other) {
            return new PartText(name, other, of, noneBelow, fullFrom, fullTo, noneAbove, source);
        }

        PartText withPace(SpeechPack.Pace pace) {
            return new PartText(
                    name, weight, of, pace.noneBelow(), pace.slow(), pace.fast(), pace.noneAbove(), pace.source());
        }

        /** From 0 for nothing to 1 for the whole weight. */
        double share(double value) {
            if (fullFrom != null && value < fullFrom) {
                return noneBelow == null || value <= noneBelow ? 0 : (value - noneBelow) / (fullFrom - noneBelow);
            }
            if (fullTo != null && value > fullTo) {
                return noneAbove == null || value >= noneAbove ? 0 : (noneAbove - value) / (noneAbove - fullTo);
            }
            return 1;
        }

        String formula() {
            StringBuilder said = new StringBuilder("all " + weight + " points");
            if (fullFrom != null) {
                said.append(" from ").append(plain(fullFrom));
            }
            if (fullTo != null) {
                said.append(" up to ").append(plain(fullTo));
            }
            if (noneBelow != null) {
                said.append(", none at ").append(plain(noneBelow)).append(" and under");
            }
            if (noneAbove != null) {
                said.append(", none from ").append(plain(noneAbove));
            }
            return said.append(", in proportion between").toString();
        }

        private static String plain(double bound) {
            return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.format(Locale.ROOT, "%s", bound);
        }
    }

    /** @param value null where too little of its weight could be measured */
    record Score(@Nullable Integer value, List<SpeechReport.Part> parts) {}

    /** The same with other weights. */
    Scores weighing(Weights weights) {
        return new Scores(
                least,
                weighed(clarity, weights.clarity()),
                weighed(confidence, weights.confidence()),
                longPauseS,
                limits,
                norms);
    }

    private static List<PartText> weighed(List<PartText> parts, Map<String, Integer> weights) {
        return parts.stream()
                .map(part -> part.weighing(weights.getOrDefault(part.name(), part.weight())))
                .toList();
    }

    static Scores shipped() {
        return ShippedContent.read("speech/scores.yaml", Scores.class);
    }

    /** Why there is no score of such a voice at all, or null. */
    @Nullable
    String tooLittle(Voice voice) {
        double seconds = voice.soundingS();
        if (seconds < least.speechS()) {
            return String.format(Locale.ROOT, "%.1f s of speech; a score needs %.0f s", seconds, least.speechS());
        }
        Double words = voice.wordCount();
        if (words != null && words < least.words()) {
            return String.format(Locale.ROOT, "%.0f words; a score needs %d", words, least.words());
        }
        return null;
    }

    Score score(List<PartText> rubric, Voice voice, SpeechPack.@Nullable Pace pace) {
        List<SpeechReport.Part> parts = new ArrayList<>();
        double points = 0;
        double observed = 0;
        double whole = 0;
        for (PartText text : rubric) {
            boolean paceWithoutNorm = text.of().equals("words_per_minute") && pace == null;
            PartText part = text.of().equals("words_per_minute") && pace != null ? text.withPace(pace) : text;
            Double value = paceWithoutNorm ? null : value(part.of(), voice);
            Double earned = value == null ? null : Rounded.to(part.weight() * part.share(value), 1);
            whole += part.weight();
            if (earned != null) {
                points += earned;
                observed += part.weight();
            }
            parts.add(new SpeechReport.Part(
                    part.name(),
                    part.weight(),
                    part.of(),
                    value == null ? null : Rounded.to(value, 2),
                    earned,
                    part.formula(),
                    part.source() == null ? "ours" : part.source()));
        }
        boolean enough = observed > 0 && observed >= least.observedWeight() * whole;
        return new Score(enough ? (int) Math.round(100 * points / observed) : null, parts);
    }

    private @Nullable Double value(String of, Voice voice) {
        return switch (of) {
            case "words_per_minute" -> {
                Voice.Pace pace = voice.pace();
                yield pace == null ? null : pace.wordsPerMinute();
            }
            case "fillers_per_minute" -> voice.fillersPerMinute();
            case "mean_pause_s" -> voice.meanPauseS();
            case "hedges_per_100_words" -> voice.hedgesPerHundredWords();
            case "long_pauses_per_minute" -> voice.pausesPerMinuteFrom(longPauseS);
            case "level_wanders_db" -> voice.levelWandersDb();
            case "word_confidence" -> {
                WordFigures words = voice.words();
                yield words == null ? null : words.sureness();
            }
            default -> throw new IllegalStateException("content/speech/scores.yaml: there is no figure " + of);
        };
    }
}
