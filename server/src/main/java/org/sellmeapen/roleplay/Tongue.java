package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scenarios.Script.Temperament;

/** Chooses the words. No sentence leaves it twice in one conversation. */
final class Tongue {

    private static final int SHORT = 2;

    private final LanguagePack pack;
    private final Temperament temperament;
    private final long seed;
    private final Set<Integer> said;

    /** @param said hashes of the sentences already said; grows with each that is */
    Tongue(LanguagePack pack, Temperament temperament, long seed, Set<Integer> said) {
        this.pack = pack;
        this.temperament = temperament;
        this.seed = seed;
        this.said = said;
    }

    /** One of the lines, if any is still unsaid. */
    @Nullable
    String fresh(List<String> lines, Map<String, String> slots) {
        List<String> candidates = new ArrayList<>(lines);
        candidates.sort(Comparator.comparingLong(line -> Chance.order(seed, line)));
        return firstUnsaid(candidates, slots);
    }

    /** As {@link #fresh}, the line first that suits what was just said best. */
    @Nullable
    String fitting(List<String> lines, ToDoubleFunction<String> suits) {
        List<String> candidates = new ArrayList<>(lines);
        candidates.sort(Comparator.<String>comparingDouble(suits)
                .reversed()
                .thenComparingLong(line -> Chance.order(seed, line)));
        return firstUnsaid(candidates, Map.of());
    }

    /** The lines in the order of the file, for what is used up in order. */
    @Nullable
    String next(List<String> lines, Map<String, String> slots) {
        return firstUnsaid(lines, slots);
    }

    /** The scenario's own lines, then the language pack's for that situation, then a new wording of one of them. */
    String own(List<String> lines, String situation, Map<String, String> slots, int turn) {
        String fresh = fresh(lines, slots);
        return fresh != null ? fresh : say(situation, lines, slots, turn);
    }

    /** What anybody would say in that situation. */
    String say(String situation, Map<String, String> slots, int turn) {
        return say(situation, List.of(), slots, turn);
    }

    /** As {@link #say(String, Map, int)}, or nothing when the pack has run dry. */
    @Nullable
    String maybe(String situation, Map<String, String> slots) {
        return firstUnsaid(inOrder(situation), slots);
    }

    private String say(String situation, List<String> lines, Map<String, String> slots, int turn) {
        List<String> candidates = inOrder(situation);
        String fresh = firstUnsaid(candidates, slots);
        if (fresh != null) {
            return fresh;
        }
        List<String> all = new ArrayList<>(lines);
        all.addAll(candidates);
        for (String opener : pack.wording().list("openers")) {
            for (String line : all) {
                String sentence = Words.sentences(fill(line, slots)).getFirst();
                String varied = opener + " " + lowered(sentence);
                if (take(List.of(varied))) {
                    return varied;
                }
            }
        }
        for (String line : pack.wording().list("last_resort")) {
            String counted = capitalised(line.replace("{count}", count(turn)));
            if (take(List.of(counted))) {
                return counted;
            }
        }
        String mark = "… (" + turn + ")";
        said.add(mark.hashCode());
        return mark;
    }

    /** Lines that suit the temperament come first, but not always. */
    private List<String> inOrder(String situation) {
        LanguagePack.Wording wording = pack.wording();
        List<String> lines = new ArrayList<>(wording.lines(situation, "any"));
        List<String> suited = new ArrayList<>();
        if (temperament.warmth() >= 60) {
            suited.addAll(wording.lines(situation, "warm"));
        }
        if (temperament.directness() >= 65 || temperament.warmth() < 40) {
            suited.addAll(wording.lines(situation, "curt"));
        }
        if (temperament.humour() >= 60) {
            suited.addAll(wording.lines(situation, "wry"));
        }
        lines.addAll(suited);
        lines.sort(Comparator.comparingDouble(
                line -> (Chance.order(seed, line) >>> 11) * 0x1.0p-53 * (suited.contains(line) ? 0.6 : 1)));
        return lines;
    }

    private @Nullable String firstUnsaid(List<String> candidates, Map<String, String> slots) {
        for (String line : candidates) {
            String text = capitalised(fill(line, slots));
            List<String> sentences = Words.sentences(text);
            // an interjection that was used before is left out rather than costing the whole line
            while (sentences.size() > 1 && isSaid(sentences.getFirst()) && isShort(sentences.getFirst())) {
                sentences = sentences.subList(1, sentences.size());
            }
            if (take(sentences)) {
                return String.join(" ", sentences);
            }
        }
        return null;
    }

    private boolean take(List<String> sentences) {
        if (sentences.isEmpty() || sentences.stream().anyMatch(this::isSaid)) {
            return false;
        }
        sentences.forEach(sentence -> said.add(key(sentence)));
        return true;
    }

    private boolean isSaid(String sentence) {
        return said.contains(key(sentence));
    }

    private static boolean isShort(String sentence) {
        return Words.of(sentence).count() <= SHORT;
    }

    /** Of letters and digits only, so that another comma or capital does not make another sentence. */
    private static int key(String sentence) {
        int hash = 7;
        for (int k = 0; k < sentence.length(); k++) {
            char c = sentence.charAt(k);
            if (Character.isLetterOrDigit(c)) {
                hash = 31 * hash + Character.toLowerCase(c);
            }
        }
        return hash;
    }

    String lowered(String sentence) {
        int end = 0;
        while (end < sentence.length() && Character.isLetter(sentence.charAt(end))) {
            end++;
        }
        String first = sentence.substring(0, end);
        boolean keeps = first.equals("I") || !pack.isCommon(Words.stem(first));
        return keeps ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String fill(String line, Map<String, String> slots) {
        String text = line;
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            text = text.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return text;
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    String count(int number) {
        List<String> counts = pack.wording().list("counts");
        return number < counts.size() ? counts.get(number) : String.valueOf(number);
    }

    String ordinal(int number) {
        List<String> ordinals = pack.wording().list("ordinals");
        return number <= ordinals.size() ? ordinals.get(number - 1) : number + "th";
    }
}
