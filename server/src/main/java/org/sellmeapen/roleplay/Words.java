package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text cut into words without their endings.
 *
 * @param stems in order
 * @param opens whether a clause begins with this word
 */
record Words(String text, List<String> stems, List<Boolean> opens) {

    private static final Pattern THOUSANDS = Pattern.compile(",(?=\\d{3}(?!\\d))");
    private static final int VOCATIVE = 3;
    private static final Set<String> LEAD_INS = Set.of(
            "so", "and", "but", "well", "okay", "ok", "right", "um", "uh", "then", "now", "great", "sure", "yeah");

    static Words of(String text) {
        List<String> stems = new ArrayList<>();
        List<Boolean> opens = new ArrayList<>();
        boolean open = true;
        int inSentence = 0;
        int k = 0;
        while (k < text.length()) {
            char c = text.charAt(k);
            if (!Character.isLetterOrDigit(c)) {
                if (".!?\n".indexOf(c) >= 0) {
                    open = true;
                    inSentence = 0;
                } else if (",;:—–()".indexOf(c) >= 0) {
                    // after a name or a word or two, as in "Nora, what happens"
                    open |= inSentence <= VOCATIVE;
                }
                k++;
                continue;
            }
            int end = k + 1;
            while (end < text.length() && belongs(text, end)) {
                end++;
            }
            String stem = stem(text.substring(k, end));
            stems.add(stem);
            opens.add(open);
            open = open && LEAD_INS.contains(stem);
            inSentence++;
            k = end;
        }
        return new Words(text, stems, opens);
    }

    int count() {
        return stems.size();
    }

    private static boolean belongs(String text, int k) {
        char c = text.charAt(k);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        boolean inside = k + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(k - 1))
                && Character.isLetterOrDigit(text.charAt(k + 1));
        boolean number = inside && Character.isDigit(text.charAt(k - 1)) && Character.isDigit(text.charAt(k + 1));
        return (inside && (c == '\'' || c == '’')) || (number && (c == '.' || c == ','));
    }

    /** Good enough to find cost, costs, costing and costed under one roof; not a linguist's stem. */
    static String stem(String word) {
        String w = word.toLowerCase(java.util.Locale.ROOT).replace("’", "'");
        if (w.indexOf(',') > 0) {
            w = THOUSANDS.matcher(w).replaceAll(""); // 1,080 is 1080, while 1,5 is not 15
        }
        if (w.endsWith("'s")) {
            w = w.substring(0, w.length() - 2);
        }
        w = w.replace("'", "");
        int n = w.length();
        if (w.equals("goes") || w.equals("does")) {
            return w.substring(0, 2);
        }
        if (n > 4 && w.endsWith("ies")) {
            w = w.substring(0, n - 3) + "y";
        } else if (n > 4 && (w.endsWith("sses") || w.endsWith("shes") || w.endsWith("ches") || w.endsWith("xes"))) {
            w = w.substring(0, n - 2);
        } else if (n > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
            w = w.substring(0, n - 1);
        } else if (n > 5 && w.endsWith("ing")) {
            w = undouble(w.substring(0, n - 3));
        } else if (n > 4 && w.endsWith("ed") && !w.endsWith("eed")) {
            w = undouble(w.substring(0, n - 2));
        }
        return w.length() > 3 && w.endsWith("e") ? w.substring(0, w.length() - 1) : w;
    }

    private static String undouble(String w) {
        int n = w.length();
        boolean twice = n > 3 && w.charAt(n - 1) == w.charAt(n - 2) && "lszaeiou".indexOf(w.charAt(n - 1)) < 0;
        return twice ? w.substring(0, n - 1) : w;
    }

    /** Sentences with their closing mark. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int k = 0; k < text.length(); k++) {
            boolean closes = ".!?…".indexOf(text.charAt(k)) >= 0;
            boolean last = k + 1 == text.length();
            if (last || (closes && text.charAt(k + 1) == ' ' && !abbreviates(text, k))) {
                String sentence = text.substring(from, k + 1).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                from = k + 1;
            }
        }
        return sentences;
    }

    private static boolean abbreviates(String text, int dot) {
        int from = text.lastIndexOf(' ', dot) + 1;
        return text.charAt(dot) == '.' && Set.of("Mr", "Mrs", "Ms", "Dr", "St").contains(text.substring(from, dot));
    }

    /**
     * Finds many phrases in one pass over a text. A phrase that begins with {@code ^} counts only where a clause begins.
     * A phrase that stands for several things says less about each of them.
     */
    static final class Phrases<T> {

        private static final double[] WORTH = {0, 2, 3.2, 4.2};

        private record Phrase<T>(List<String> stems, boolean opening, Map<T, Double> stands) {
            double worth() {
                return WORTH[Math.min(stems.size(), WORTH.length - 1)] / Math.sqrt(stands.size());
            }
        }

        private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();

        void add(String phrase, T standsFor) {
            add(phrase, standsFor, 1);
        }

        /** @param share what it counts beside others, 1 for the full weight */
        void add(String phrase, T standsFor, double share) {
            boolean opening = phrase.startsWith("^");
            List<String> stems =
                    Words.of(opening ? phrase.substring(1) : phrase).stems();
            if (stems.isEmpty()) {
                return;
            }
            List<Phrase<T>> same = byFirst.computeIfAbsent(stems.getFirst(), _ -> new ArrayList<>());
            for (Phrase<T> known : same) {
                if (known.opening() == opening && known.stems().equals(stems)) {
                    known.stands().merge(standsFor, share, Math::max);
                    return;
                }
            }
            same.add(new Phrase<>(stems, opening, new HashMap<>(Map.of(standsFor, share))));
        }

        /** What was found and how much speaks for it: about 2 for a word, 3 for two words in a row, 4 for three. */
        Map<T, Double> in(Words words) {
            Map<T, Double> found = new HashMap<>();
            Set<Phrase<T>> counted = new HashSet<>();
            List<String> stems = words.stems();
            for (int at = 0; at < stems.size(); at++) {
                List<Phrase<T>> candidates = byFirst.get(stems.get(at));
                for (int k = 0; candidates != null && k < candidates.size(); k++) {
                    Phrase<T> phrase = candidates.get(k);
                    if (stands(phrase, words, at) && counted.add(phrase)) {
                        phrase.stands().forEach((one, share) -> found.merge(one, phrase.worth() * share, Double::sum));
                    }
                }
            }
            return found;
        }

        private static boolean stands(Phrase<?> phrase, Words words, int at) {
            List<String> stems = phrase.stems();
            if (at + stems.size() > words.stems().size()
                    || (phrase.opening() && !words.opens().get(at))) {
                return false;
            }
            for (int k = 1; k < stems.size(); k++) {
                if (!stems.get(k).equals(words.stems().get(at + k))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Share of words two texts have in common, 0-1. */
    static double overlap(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }

    Set<String> content(Set<String> stop) {
        Set<String> content = new HashSet<>(stems);
        content.removeAll(stop);
        return Collections.unmodifiableSet(content);
    }
}
