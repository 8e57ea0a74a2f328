package org.sellmeapen.conversation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The analyser that ships in the jar: cues and word classes of a language pack, and a linear model trained on the
 * utterances under {@code content/corpus}. Needs no network and no language model.
 */
public final class BuiltInActAnalyser implements ActAnalyser {

    private static final int MOST_REASONS = 3;
    private static final double CONTEXT_LIKELIHOOD = 0.15;
    private static final double SENTENCES = 0.3;
    private static final double KNOWN_WORDS = 0.5;
    private static final int LANGUAGE_SAMPLE = 60;
    private static final int FEW_WORDS = 5;
    private static final int MOST_SENTENCES = 16;

    private final ActFeatures features;
    private final ActModel model;

    BuiltInActAnalyser(ActLexicon lexicon, ActModel model) {
        this.features = new ActFeatures(lexicon);
        this.model = model;
    }

    /** The English analyser from the class path. */
    public static BuiltInActAnalyser english() {
        return of("en");
    }

    private static BuiltInActAnalyser of(String language) {
        try (InputStream pack = resource("/content/languages/" + language + ".yaml");
                InputStream weights = resource("/content/languages/" + language + ".acts.bin")) {
            return new BuiltInActAnalyser(
                    LanguagePack.lexicon(pack),
                    ActModel.read(new DataInputStream(new BufferedInputStream(weights, 1 << 16))));
        } catch (IOException e) {
            throw new UncheckedIOException("language pack " + language, e);
        }
    }

    private static InputStream resource(String path) throws IOException {
        InputStream in = BuiltInActAnalyser.class.getResourceAsStream(path);
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        return in;
    }

    @Override
    public List<ActReading> read(Speaker speaker, String text, @Nullable String context) {
        Words words = Words.of(text);
        SideModel side = model.side(speaker);
        if (words.isEmpty() || !speaksThisLanguage(words, side)) {
            return List.of();
        }
        ActFeatures.Before before = before(speaker, context == null ? null : Words.of(context));
        Reading whole = reading(speaker, words, before);
        List<Reading> parts = words.sentences().stream()
                .limit(MOST_SENTENCES)
                .map(part -> part == words ? whole : reading(speaker, part, before))
                .toList();
        int main = main(whole, parts);
        Reading plainest = plainest(main, whole, parts);
        if (plainest.likelihoods()[main] < model.least()) {
            return List.of();
        }
        ActReading first = worded(side, main, plainest);
        List<ActReading> further = new ArrayList<>();
        for (int k = 0; k < side.acts().size(); k++) {
            Reading one = plainest(k, whole, parts);
            if (k != main && one.likelihoods()[k] >= model.second()) {
                further.add(worded(side, k, one));
            }
        }
        further.sort(Comparator.comparingDouble(ActReading::confidence).reversed());
        further.addFirst(first);
        return further;
    }

    private record Reading(FeatureBag seen, double[] likelihoods) {}

    private Reading reading(Speaker speaker, Words words, ActFeatures.@Nullable Before before) {
        FeatureBag seen = features.of(words, before);
        return new Reading(seen, model.side(speaker).likelihoods(seen));
    }

    /** The whole decides, its sentences have a say. */
    private static int main(Reading whole, List<Reading> parts) {
        int main = 0;
        double most = -1;
        for (int k = 0; k < whole.likelihoods().length; k++) {
            double sum = 0;
            for (Reading part : parts) {
                sum += part.likelihoods()[k];
            }
            double likelihood = (1 - SENTENCES) * whole.likelihoods()[k] + SENTENCES * sum / parts.size();
            if (likelihood > most) {
                most = likelihood;
                main = k;
            }
        }
        return main;
    }

    /** An act is read in the whole or in the sentence where it is plainest. */
    private static Reading plainest(int act, Reading whole, List<Reading> parts) {
        Reading plainest = whole;
        for (Reading part : parts) {
            if (part.likelihoods()[act] > plainest.likelihoods()[act]) {
                plainest = part;
            }
        }
        return plainest;
    }

    private static ActReading worded(SideModel side, int act, Reading reading) {
        return new ActReading(side.acts().get(act), reading.likelihoods()[act], because(side, reading.seen(), act));
    }

    /** Words that training never saw are the rule in another language and the exception in this one; names don't count. */
    private static boolean speaksThisLanguage(Words words, SideModel side) {
        int known = 0;
        int counted = 0;
        for (int i = 0; i < words.size() && counted < LANGUAGE_SAMPLE; i++) {
            boolean seen = side.linear().knowsWord(words.at(i));
            if (seen || !words.proper().get(i)) {
                counted++;
                known += seen ? 1 : 0;
            }
        }
        return counted < FEW_WORDS ? known > 0 : known > KNOWN_WORDS * counted;
    }

    FeatureBag features(Speaker speaker, Words words, @Nullable Words context) {
        return features.of(words, before(speaker, context));
    }

    /** The utterance before with what it is believed to have done. */
    private ActFeatures.@Nullable Before before(Speaker speaker, @Nullable Words context) {
        ActFeatures.Before before = features.before(context);
        if (before != null) {
            SideModel other = model.side(speaker.other());
            double[] likelihoods = other.likelihoods(features.of(before.words(), null));
            for (int k = 0; k < likelihoods.length; k++) {
                if (likelihoods[k] >= CONTEXT_LIKELIHOOD) {
                    before.acts().put(other.acts().get(k), likelihoods[k]);
                }
            }
        }
        return before;
    }

    private record Reason(String words, double weight) {}

    private static List<String> because(SideModel side, FeatureBag seen, int act) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            boolean telling = seen.kind(i).equals("w") || seen.kind(i).equals("q");
            int row = telling ? side.linear().row(seen.hash(i)) : -1;
            double weight = row < 0 ? 0 : seen.value(i) * side.linear().contribution(row, act);
            if (weight > 0) {
                reasons.add(new Reason(seen.words(i), weight));
            }
        }
        reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
        return reasons.stream()
                .map(reason -> reason.words().replace("<s>", "^").replace("</s>", "$"))
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }
}
