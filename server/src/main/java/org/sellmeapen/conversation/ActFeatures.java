package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the model sees of an utterance. Kinds of features: {@code w} words, {@code g} letters, {@code k} word classes,
 * {@code q} cues, {@code f} form, {@code s} starts of clauses, {@code l} start of the last clause, {@code c ck cq} words,
 * classes and cues of the utterance before, {@code ca} its act, {@code x xa} pairs of both.
 */
final class ActFeatures {

    private static final int LETTERS_FROM = 4;
    private static final int LETTERS_TO = 5;

    /** Letters and pairs are many and say the same again, so each counts half. */
    private static final double HALF = 0.5;

    /** Of a long turn before only the end is answered. */
    private static final int CONTEXT_WORDS = 60;

    private final ActLexicon lexicon;

    ActFeatures(ActLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The utterance before, looked at once for all sentences of the answer. */
    record Before(Words words, TaggedWords tagged, Set<String> cues, Map<Act, Double> acts) {}

    /** Null where nothing was said before. */
    @Nullable
    Before before(@Nullable Words context) {
        if (context == null || context.isEmpty()) {
            return null;
        }
        Words end = context.last(CONTEXT_WORDS);
        var tagged = new TaggedWords(end, lexicon);
        Set<String> cues = new LinkedHashSet<>();
        for (int i = 0; i < end.size(); i++) {
            cues.addAll(lexicon.cuesAt(tagged, i));
        }
        if (end.asks()) {
            cues.add("asks");
        }
        return new Before(end, tagged, cues, new EnumMap<>(Act.class));
    }

    FeatureBag of(Words words, @Nullable Before before) {
        var out = new FeatureBag();
        var tagged = new TaggedWords(words, lexicon);
        words(words, out);
        letters(words, out);
        classes(tagged, out);
        Set<String> cues = cues(tagged, out);
        form(words, out);
        LastSentence.describe(tagged, lexicon, out);
        if (before == null) {
            out.add("c", "<none>");
            return out;
        }
        context(before, out);
        overlap(words, before.words(), out);
        before.acts().forEach((act, likelihood) -> {
            out.add(likelihood, "ca", act.code(), null, null);
            out.add(likelihood, "xa", act.code(), words.at(0), null);
            cues.forEach(cue -> out.add(likelihood, "xa", act.code(), cue, null));
        });
        pairs(before, words, cues, out);
        return out;
    }

    private static void pairs(Before before, Words words, Set<String> cues, FeatureBag out) {
        out.add(HALF, "x", "any", words.at(0), null);
        cues.forEach(cue -> out.add(HALF, "x", "any", cue, null));
        for (String cue : before.cues()) {
            out.add(HALF, "x", cue, words.at(0), null);
            for (String own : cues) {
                out.add(HALF, "x", cue, own, null);
            }
        }
    }

    private static void words(Words words, FeatureBag out) {
        for (int i = -1; i < words.size(); i++) {
            String one = words.at(i);
            if (i >= 0) {
                out.add("w", one);
            }
            out.add("w", one, words.at(i + 1));
            if (i + 1 < words.size()) {
                out.add(1, "w", one, words.at(i + 1), words.at(i + 2));
            }
        }
    }

    private static void letters(Words words, FeatureBag out) {
        for (String word : words.word()) {
            if (word.length() < LETTERS_FROM) {
                continue;
            }
            String bounded = "<" + word + ">";
            for (int n = LETTERS_FROM; n <= LETTERS_TO; n++) {
                for (int i = 0; i + n <= bounded.length(); i++) {
                    out.addLetters(HALF, bounded, i, i + n);
                }
            }
        }
    }

    private static void classes(TaggedWords words, FeatureBag out) {
        List<String> line = new ArrayList<>();
        line.add("<s>");
        for (int i = 0; i < words.size(); i++) {
            List<String> classes = words.classesAt(i);
            for (String one : classes) {
                out.add("k", one);
            }
            boolean name = words.isName(i);
            if (name) {
                out.add("k", ActLexicon.NAME);
            }
            line.add(classes.isEmpty() ? name ? ActLexicon.NAME : words.word(i) : classes.getFirst());
        }
        line.add("</s>");
        for (int i = 0; i + 1 < line.size(); i++) {
            out.add("k", line.get(i), line.get(i + 1));
            if (i + 2 < line.size()) {
                out.add(1, "k", line.get(i), line.get(i + 1), line.get(i + 2));
            }
        }
    }

    private Set<String> cues(TaggedWords words, FeatureBag out) {
        Set<String> all = new LinkedHashSet<>();
        List<Words.Segment> segments = words.words().segments();
        int lastFrom = segments.isEmpty() ? 0 : segments.getLast().from();
        for (int i = 0; i < words.size(); i++) {
            for (String cue : lexicon.cuesAt(words, i)) {
                all.add(cue);
                out.add("q", cue);
                if (i <= 1) {
                    out.add("q", cue, "first");
                }
                if (i >= lastFrom && segments.size() > 1) {
                    out.add("q", cue, "last");
                }
            }
        }
        return all;
    }

    private static String magnitude(int count) {
        return Integer.toString(32 - Integer.numberOfLeadingZeros(count));
    }

    private static void form(Words words, FeatureBag out) {
        out.add("f", "always");
        out.add("f", "length", magnitude(words.size()));
        if (!words.written()) {
            out.add("f", "spoken");
        }
        List<Words.Segment> segments = words.segments();
        if (segments.isEmpty()) {
            out.add("f", "empty");
            return;
        }
        int sentences = 0;
        for (Words.Segment segment : segments) {
            String first = words.at(segment.from());
            String second = words.at(segment.from() + 1);
            sentences += segment.sentenceEnd() ? 1 : 0;
            out.add("f", "mark", Character.toString(segment.mark()));
            if (segment.mark() == '?') {
                out.add("f", "asks", first);
                out.add(1, "f", "asks", first, second);
            }
            out.add("s", first, second);
        }
        out.add("f", "end", Character.toString(segments.getLast().mark()));
        out.add("f", "sentences", Integer.toString(Math.min(sentences, 4)));
        Words.Segment last = segments.getLast();
        out.add("l", words.at(last.from()), words.at(last.from() + 1));
    }

    private static void context(Before before, FeatureBag out) {
        Words words = before.words();
        for (int i = 0; i < words.size(); i++) {
            out.add("c", words.at(i));
            for (String one : before.tagged().classesAt(i)) {
                out.add("ck", one);
            }
        }
        out.add("c", "<first>", words.at(0));
        out.add(1, "c", "<first>", words.at(0), words.at(1));
        out.add("c", "<length>", magnitude(words.size()));
        before.cues().forEach(cue -> out.add("cq", cue));
    }

    private static void overlap(Words words, Words context, FeatureBag out) {
        Set<String> before = new HashSet<>(context.word());
        int shared = 0;
        for (String word : new HashSet<>(words.word())) {
            shared += word.length() > 3 && before.contains(word) ? 1 : 0;
        }
        out.add("c", "<shares>", Integer.toString(Math.min(shared, 4)));
        if (words.size() > 0 && shared * 4 >= words.size()) {
            out.add("c", "<echo>");
        }
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < context.size(); i++) {
            pairs.add(context.at(i) + " " + context.at(i + 1));
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            if (pairs.contains(words.at(i) + " " + words.at(i + 1))) {
                out.add("c", "<repeats>");
                return;
            }
        }
    }
}
