package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says back what was heard, the way people do: "I lost a deal" becomes "you lost a deal". */
final class Echo {

    private static final Map<String, String> SWAPS = Map.ofEntries(
            Map.entry("i", "you"),
            Map.entry("me", "you"),
            Map.entry("we", "you"),
            Map.entry("us", "you"),
            Map.entry("my", "your"),
            Map.entry("our", "your"),
            Map.entry("mine", "yours"),
            Map.entry("ours", "yours"),
            Map.entry("myself", "yourself"),
            Map.entry("ourselves", "yourselves"),
            Map.entry("i'm", "you're"),
            Map.entry("we're", "you're"),
            Map.entry("i've", "you've"),
            Map.entry("we've", "you've"),
            Map.entry("i'd", "you'd"),
            Map.entry("we'd", "you'd"),
            Map.entry("i'll", "you'll"),
            Map.entry("we'll", "you'll"));
    private static final Set<String> VERBS = words(
            "is are was were am has have had do does did go goes went can could will would should must might get gets got "
                    + "take takes took lose loses lost cost costs keep keeps kept come comes came run runs ran make makes "
                    + "made need needs want wants know knows use uses pay pays paid spend spends spent find finds found "
                    + "break breaks broke fail fails say says said think thinks see sees saw send sends sent buy buys "
                    + "bought it's there's that's they're he's she's they've i'm i've we've we're nobody's don't doesn't "
                    + "didn't can't won't isn't wasn't aren't couldn't wouldn't hasn't haven't sit sits sat wait waits");
    private static final Set<String> STARTS = words("i we the my our nobody everybody people half every some most two "
            + "three four five six seven eight nine ten twenty thirty i'm we're i've we've each a an "
            + "no");
    private static final Set<String> STOPS = words(
            "and or but so because if when while that which who where why how of in on at by for from to with without "
                    + "into onto over under about after before than then as is are was were be been has have had do does "
                    + "did will would can could should may might must i you he she it we they them us me not no yes very "
                    + "too just only even still again already there here this these those the a an my your our his her "
                    + "their its all any some now today tomorrow yesterday since once soon ago");
    private static final Set<String> EMPTY = words(
            "thing things answer fingers hands way bit lot moment time one same other day kind sort point minute question fact end rest case "
                    + "course idea truth word words answer other others first second last next matter sense reason kind "
                    + "while minutes couple few number half middle front back beginning top bottom start side hand sake face eyes head mind nerves life hour hours euro euros pound pounds dollar dollars percent hundred thousand five six good right wrong best worst most more little much well");
    private static final Set<String> DETERMINERS = words("the my our a an his her their");
    private static final Pattern NOT_MINE = Pattern.compile("(?i)\\b(you|your|yours|you're|you've|you'd|you'll)\\b");

    private Echo() {}

    static List<String> clauses(String text) {
        List<String> found = new ArrayList<>();
        for (String sentence : text.split("(?<=[.!?])\\s+")) {
            if (sentence.endsWith("?")) {
                continue;
            }
            for (String piece : sentence.split("\\s[–—-]\\s|[;:.!]|,\\s*(?=(?:and|but|so|because|which|who)\\b)")) {
                String clause = piece.strip()
                        .replaceFirst(
                                "(?i)^(?:(?:and|but|so|because|well|yes|no|oh|hm|look|honestly|right|okay|ah),?\\s+)+",
                                "")
                        .replaceFirst("^[,\\s]+", "")
                        .replaceFirst("[,\\s]+$", "");
                String[] words = clause.split("\\s+");
                if (words.length >= 4
                        && words.length <= 13
                        && !NOT_MINE.matcher(clause).find()
                        && STARTS.contains(low(words[0]))
                        && saysSomething(words)
                        && Arrays.stream(words)
                                .anyMatch(word ->
                                        VERBS.contains(low(word)) || low(word).endsWith("ed"))) {
                    found.add(turned(clause));
                }
            }
        }
        return found;
    }

    /** "I do too" says nothing when it is said back. */
    private static boolean saysSomething(String[] words) {
        return Arrays.stream(words)
                        .map(Echo::low)
                        .filter(word -> word.length() >= 4
                                && !STOPS.contains(word)
                                && !VERBS.contains(word)
                                && !EMPTY.contains(word))
                        .count()
                >= 2;
    }

    /** Turns a clause of the buyer's to the second person, without its capital. */
    static String turned(String clause) {
        String[] words = clause.split("\\s+");
        StringBuilder out = new StringBuilder();
        boolean wasYou = false;
        for (int k = 0; k < words.length; k++) {
            String core = words[k].replaceAll("^[\"'(]+|[\",.')]+$", "");
            String swap = SWAPS.get(low(core));
            boolean subject = low(core).equals("i");
            String word = swap != null ? words[k].replace(core, swap) : words[k];
            if (wasYou && low(core).equals("was")) {
                word = "were";
            } else if (wasYou && low(core).equals("am")) {
                word = "are";
            }
            if (k == 0 && swap == null && (STARTS.contains(low(core)) || STOPS.contains(low(core)))) {
                word = word.toLowerCase(Locale.ROOT);
            }
            wasYou = subject;
            out.append(k == 0 ? "" : " ").append(word);
        }
        return out.toString();
    }

    /** "the notary", "your second van": what can be named again in a question, the most telling last. */
    static List<String> bits(String text) {
        List<String> found = new ArrayList<>();
        String[] words = text.split("\\s+");
        for (int k = 0; k + 1 < words.length; k++) {
            if (!DETERMINERS.contains(low(words[k])) || endsAPhrase(words[k])) {
                continue;
            }
            String noun = phraseAfter(words, k);
            if (!noun.isEmpty()) {
                String determiner = low(words[k]);
                found.add(SWAPS.getOrDefault(determiner, determiner) + " " + noun);
            }
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Echo::tells))
                .toList();
    }

    /** What is somebody's own, and what is named exactly, is what people mean to talk about. */
    private static int tells(String bit) {
        return (bit.startsWith("your ") ? 2 : 0) + (bit.indexOf(' ') != bit.lastIndexOf(' ') ? 1 : 0);
    }

    private static String phraseAfter(String[] words, int k) {
        String first = bare(words[k + 1]);
        if (!first.matches("[A-Za-z-]{3,}(?:'s)?") || STOPS.contains(low(first)) || VERBS.contains(low(first))) {
            return "";
        }
        boolean owner = first.endsWith("'s");
        boolean alone =
                !owner && (endsAPhrase(words[k + 1]) || k + 2 >= words.length || STOPS.contains(low(words[k + 2])));
        if (owner && k + 2 >= words.length) {
            return "";
        }
        if (alone) {
            return EMPTY.contains(low(first)) ? "" : first;
        }
        String second = bare(words[k + 2]);
        boolean closes = endsAPhrase(words[k + 2]) || k + 3 >= words.length || STOPS.contains(low(words[k + 3]));
        boolean looksLikeAVerb =
                VERBS.contains(low(second)) || second.matches(".*(ed|s|ly|ing)") && !endsAPhrase(words[k + 2]);
        boolean plural = second.endsWith("s") && k + 3 < words.length && VERBS.contains(low(words[k + 3]));
        if (looksLikeAVerb && !plural) {
            return EMPTY.contains(low(first)) || owner ? "" : first;
        }
        return closes && second.matches("[A-Za-z-]{3,}") && !EMPTY.contains(low(second)) ? first + " " + second : "";
    }

    private static boolean endsAPhrase(String word) {
        return word.matches(".*[.,;:!?)\"]$");
    }

    private static String bare(String word) {
        return word.replaceAll("^[\"'(]+|[\".,;:!?')]+$", "");
    }

    private static String low(String word) {
        return bare(word).toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
