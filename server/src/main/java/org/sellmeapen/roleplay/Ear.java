package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.roleplay.Heard.Ask;
import org.sellmeapen.roleplay.Heard.Clarity;
import org.sellmeapen.roleplay.Heard.Question;
import org.sellmeapen.roleplay.Heard.Subject;
import org.sellmeapen.roleplay.ScriptIndex.About;
import org.sellmeapen.roleplay.ScriptIndex.Target;
import org.sellmeapen.scenarios.Objection;

/**
 * Understands what the seller said. The analyser's readings are one witness, the cues of the language pack and the
 * scenario's keywords are others, so that no single one of them decides.
 */
final class Ear {

    /** From this overlap of content words on, two turns say the same. */
    private static final double SAME = 0.7;
    /** Below this a question is about nothing the scenario knows. */
    private static final double ABOUT = 1.1;

    /** A question that takes up an answer is seldom longer. */
    private static final int DEEPER = 9;

    private static final int MIRRORED = 3;
    /** Turns of the seller in which one still says what one has come for. */
    private static final int EARLY = 3;
    /** A text of which not one word in so many is known is in another language. */
    private static final int STRANGE = 4;

    private final ActAnalyser analyser;

    Ear(ActAnalyser analyser) {
        this.analyser = analyser;
    }

    /** @param known the acts, where somebody else read them; empty where they are to be read here */
    Heard hear(String said, List<ActReading> known, ScriptIndex index, Mind mind) {
        LanguagePack pack = index.pack();
        String text = said.strip();
        Words words = Words.of(text);
        Set<String> cues = pack.cuesIn(words);
        Clarity clarity = clarity(text, words, cues, index);
        boolean understood = clarity == Clarity.CLEAR || clarity == Clarity.ONE_WORD;
        List<ActReading> acts =
                !understood ? List.of() : known.isEmpty() ? analyser.read(Speaker.REP, text, mind.lastWords) : known;
        Heard bare = new Heard(
                words,
                clarity,
                acts,
                cues,
                Question.NONE,
                Ask.NONE,
                List.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                null,
                repeats(words, cues, mind, pack));
        return understood ? understand(bare, text, index, mind) : bare;
    }

    private Heard understand(Heard bare, String text, ScriptIndex index, Mind mind) {
        Words words = bare.words();
        boolean mayDate = mind.wantsDate
                || bare.confidence(Act.NEXT_STEP) > 0
                || bare.confidence(Act.CLOSE_ASK) > 0
                || bare.acts().isEmpty()
                || bare.says("asks_step")
                || bare.says("asks_close")
                || bare.says("proposes");
        String when = mayDate ? index.pack().date(text) : null;
        Asking asking = Asking.of(bare, text, index.pack(), mind.heardTurns < EARLY);
        List<Subject> subjects = asking.anything() ? subjects(asking, index) : List.of();
        Ask ask = asking.wants(when != null, subjects);
        Question question = asking.anything() && !asking.isCourtesy(ask, subjects)
                ? question(bare, subjects, index, mind)
                : Question.NONE;
        Words stated = stated(text, words, ask, index.pack());
        Set<String> productFacts = ids(index.find(About.PRODUCT_FACT, stated));
        return new Heard(
                words,
                bare.clarity(),
                bare.acts(),
                bare.cues(),
                question,
                ask,
                subjects,
                productFacts,
                ids(index.find(About.NEED, stated)),
                points(index, stated, productFacts),
                ids(index.find(About.WORSE, words)),
                ids(index.find(About.COMES, stated)),
                ids(index.find(About.ANSWER, words)),
                index.figuresIn(words),
                mirrors(text, mind, index.pack()),
                when,
                bare.repeats());
    }

    /** The sentences that say something; what is only asked about is not said, unless it is in an asking for the order. */
    private static Words stated(String text, Words words, Ask ask, LanguagePack pack) {
        if (ask == Ask.ORDER || ask == Ask.STEP) {
            return words;
        }
        String stated = Words.sentences(text).stream()
                .filter(sentence -> !sentence.endsWith("?")
                        && !pack.cuesIn(Words.of(sentence)).contains("invites"))
                .collect(Collectors.joining(" "));
        return stated.isEmpty() && ask == Ask.OPINION && !pack.cuesIn(words).contains("asks_for_doubts")
                ? words
                : Words.of(stated);
    }

    static Clarity clarity(String text, Words words, Set<String> cues, ScriptIndex index) {
        LanguagePack pack = index.pack();
        if (words.count() == 0) {
            return text.isEmpty() || text.chars().allMatch(c -> ".…-–— \t\n".indexOf(c) >= 0)
                    ? Clarity.SILENCE
                    : Clarity.NONSENSE;
        }
        if (cues.contains("command") || pack.isCommand(text)) {
            return Clarity.COMMAND;
        }
        long known = words.stems().stream()
                .filter(stem -> pack.isCommon(stem) || index.knows(stem) || pack.isNumber(stem))
                .count();
        if (words.count() == 1) {
            return known == 1 || !cues.isEmpty() ? Clarity.ONE_WORD : Clarity.NONSENSE;
        }
        boolean foreign =
                text.chars().filter(Character::isLetter).filter(c -> c > 0x24F).count() * 2 > text.length();
        return foreign || (known == 0 && cues.isEmpty()) || known * STRANGE < words.count()
                ? Clarity.NONSENSE
                : Clarity.CLEAR;
    }

    static String exactly(Words words) {
        return Integer.toHexString(words.stems().hashCode());
    }

    /** Going deeper in the same short words is no repetition, unless it follows upon itself. */
    private static int repeats(Words words, Set<String> cues, Mind mind, LanguagePack pack) {
        Set<String> content = words.content(pack.stop());
        boolean deeper = cues.contains("follow_ups") && words.count() <= DEEPER;
        if (content.isEmpty()
                || (deeper && !mind.heard.isEmpty() && !mind.heard.getLast().equals(content))) {
            return 0;
        }
        int exactly = mind.heardExactly.getOrDefault(exactly(words), 0);
        if (content.size() == 1) {
            return exactly;
        }
        int nearly = (int) mind.heard.stream()
                .filter(earlier -> Words.overlap(content, earlier) >= SAME)
                .count();
        return Math.max(exactly, nearly);
    }

    /** One of the first sentences takes up what was just said, and does not begin with a but. */
    private static boolean mirrors(String text, Mind mind, LanguagePack pack) {
        if (mind.lastWords == null) {
            return false;
        }
        Set<String> said = Words.of(mind.lastWords).content(pack.stop());
        return Words.sentences(text).stream().limit(MIRRORED).anyMatch(sentence -> {
            Words words = Words.of(sentence);
            Set<String> own = new HashSet<>(words.content(pack.stop()));
            own.retainAll(said);
            boolean short_ = words.count() <= DEEPER + MIRRORED;
            return !pack.cuesIn(words).contains("argues") && (own.size() >= 2 || (own.size() == 1 && short_));
        });
    }

    private static Question question(Heard heard, List<Subject> subjects, ScriptIndex index, Mind mind) {
        boolean deeper = subjects.stream()
                .limit(2)
                .anyMatch(one -> index.isFact(one.id())
                        && mind.subject != null
                        && index.fact(one.id()).earned().after().contains(mind.subject));
        double open = heard.confidence(Act.OPEN_QUESTION);
        double closed = heard.confidence(Act.CLOSED_QUESTION);
        if (heard.says("open_starts")) {
            open = Math.max(open, 0.6);
        }
        if (heard.says("closed_starts") && !heard.says("open_starts")) {
            closed = Math.max(closed, 0.5);
        }
        boolean goesOn = heard.says("goes_on") && heard.words().count() <= DEEPER;
        boolean builds =
                mind.subject != null && (goesOn || heard.says("follow_ups") || heard.does(Act.FOLLOW_UP_QUESTION));
        if (deeper || builds) {
            return Question.FOLLOW_UP;
        }
        return open > closed ? Question.OPEN : Question.CLOSED;
    }

    /** Looks at the asking sentences only, where there are such. */
    private static List<Subject> subjects(Asking asking, ScriptIndex index) {
        Words words = asking.asking();
        Map<Target, Double> found =
                index.subjects(words.count() == 0 ? asking.heard().words() : words);
        return found.entrySet().stream()
                .filter(entry -> entry.getValue() >= ABOUT)
                .sorted(Map.Entry.<Target, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().id()))
                .map(entry -> new Subject(entry.getKey().id(), entry.getValue()))
                .toList();
    }

    private static Map<String, Set<Integer>> points(ScriptIndex index, Words words, Set<String> productFacts) {
        Map<String, Set<Integer>> points = new HashMap<>();
        index.find(About.POINT, words)
                .keySet()
                .forEach(target -> points.computeIfAbsent(target.id(), _ -> new HashSet<>())
                        .add(target.part()));
        for (Objection objection : index.script().objections()) {
            List<Objection.Point> all = new ArrayList<>(objection.resolves().points());
            for (int k = 0; k < all.size(); k++) {
                if (all.get(k).facts().stream().anyMatch(productFacts::contains)) {
                    points.computeIfAbsent(objection.id(), _ -> new HashSet<>()).add(k);
                }
            }
        }
        return points;
    }

    private static Set<String> ids(Map<Target, Double> found) {
        return found.keySet().stream().map(Target::id).collect(Collectors.toSet());
    }
}
