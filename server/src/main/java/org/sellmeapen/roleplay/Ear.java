package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** From here on it is plain what a question is about. */
    private static final double PLAINLY = 2.5;
    /** A question that takes up an answer is seldom longer. */
    private static final int DEEPER = 9;

    private static final int MIRRORED = 3;
    private static final int TAG = 2;
    /** Turns of the seller in which one still says what one has come for. */
    private static final int EARLY = 3;
    /** Nobody decides on something that may not have been asked. */
    private static final double ASKS = 0.4;
    /** So sure the analyser must be of a next step when nothing else says that one was asked for. */
    private static final double ASKS_SURELY = 0.7;
    /** A text of which not one word in so many is known is in another language. */
    private static final int STRANGE = 4;
    /** By so much one reading must be surer than another to silence it. */
    private static final double CLEARLY = 0.2;

    private final ActAnalyser analyser;

    Ear(ActAnalyser analyser) {
        this.analyser = analyser;
    }

    Heard hear(String said, ScriptIndex index, Mind mind) {
        LanguagePack pack = index.pack();
        String text = said.strip();
        Words words = Words.of(text);
        Set<String> cues = pack.cuesIn(words);
        Clarity clarity = clarity(text, words, cues, index);
        boolean understood = clarity == Clarity.CLEAR || clarity == Clarity.ONE_WORD;
        List<ActReading> acts = understood ? analyser.read(Speaker.REP, text, mind.lastWords) : List.of();
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
        boolean asksAnything = asksAnything(bare, text);
        List<Subject> subjects = asksAnything ? subjects(text, words, index) : List.of();
        Ask ask = ask(bare, text, when != null, index.pack());
        boolean opening = mind.heardTurns < EARLY && (bare.isMainly(Act.AGENDA) || bare.says("states_purpose"));
        if ((ask == Ask.OPINION && (opening || isAboutTheBuyer(bare, subjects)))
                || (opening && !bare.says("asks_close") && !asks(text, "asks_step", index.pack()))) {
            ask = Ask.NONE;
        }
        Question question = asksAnything && !isCourtesy(bare, ask, text, subjects, mind, index.pack())
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

    /** What sounds like a test of readiness, but asks for something the buyer can tell. */
    private static boolean isAboutTheBuyer(Heard heard, List<Subject> subjects) {
        if (heard.says("asks_trial") || heard.says("asks_for_doubts")) {
            return false;
        }
        boolean told = !subjects.isEmpty() && subjects.getFirst().worth() >= PLAINLY;
        return told || heard.says("closed_wh") || heard.says("open_starts") || heard.confidence(Act.TRIAL_CLOSE) < 0.5;
    }

    /** A question that only asks for leave, or that asks for the order and for nothing else. */
    private static boolean isCourtesy(
            Heard heard, Ask ask, String text, List<Subject> subjects, Mind mind, LanguagePack pack) {
        long marks = text.chars().filter(c -> c == '?').count();
        boolean purpose = mind.heardTurns < EARLY && (heard.isMainly(Act.AGENDA) || heard.says("states_purpose"));
        Words asking = asking(text);
        Set<String> asks = pack.cuesIn(asking);
        if (asks.contains("tags") && asking.count() <= TAG && heard.words().count() > TAG) {
            return true;
        }
        if (marks < 2 && (asks.contains("asks_leave") || (asks.contains("sums_up") && subjects.isEmpty()))) {
            return true;
        }
        boolean open = asks.contains("open_starts");
        if (purpose && ask == Ask.NONE && marks < 2 && subjects.isEmpty() && !open) {
            return true;
        }
        if (ask == Ask.ORDER || ask == Ask.STEP) {
            return marks < 2;
        }
        if (ask == Ask.OPINION) {
            return subjects.isEmpty() || marks < 2;
        }
        boolean plain = !subjects.isEmpty() && subjects.getFirst().worth() >= PLAINLY;
        return (heard.says("permission") && marks < 2 && (purpose || !plain))
                || (heard.clarity() == Clarity.ONE_WORD && subjects.isEmpty());
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

    private static boolean asksAnything(Heard heard, String text) {
        return text.indexOf('?') >= 0
                || heard.says("invites")
                || ((heard.says("open_starts") || heard.says("closed_starts")) && !endsAsStatement(text))
                || heard.says("asks_name")
                || (heard.says("asks_anywhere") && ".!,;".chars().noneMatch(c -> text.indexOf(c) >= 0))
                || heard.isMainly(Act.OPEN_QUESTION)
                || heard.isMainly(Act.CLOSED_QUESTION)
                || heard.isMainly(Act.FOLLOW_UP_QUESTION)
                || (!endsAsStatement(text) && doesAsk(heard))
                || (heard.words().count() <= 2
                        && Stream.of("says_yes", "says_no", "greets", "thanks").noneMatch(heard::says));
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

    private static boolean doesAsk(Heard heard) {
        return heard.does(Act.OPEN_QUESTION) || heard.does(Act.CLOSED_QUESTION) || heard.does(Act.FOLLOW_UP_QUESTION);
    }

    /** "When a van drops out, it replans." asks nothing. */
    private static boolean endsAsStatement(String text) {
        return text.endsWith(".") || text.endsWith("!");
    }

    private static Ask ask(Heard heard, String text, boolean dated, LanguagePack pack) {
        boolean asking = text.indexOf('?') >= 0 || heard.acts().isEmpty();
        double order = heard.confidence(Act.CLOSE_ASK);
        double step = heard.confidence(Act.NEXT_STEP);
        double opinion = heard.confidence(Act.TRIAL_CLOSE);
        double question = Math.max(
                heard.confidence(Act.FOLLOW_UP_QUESTION),
                Math.max(heard.confidence(Act.OPEN_QUESTION), heard.confidence(Act.CLOSED_QUESTION)));
        if (Math.max(order, Math.max(step, opinion)) < question - CLEARLY) {
            order = 0;
            step = 0;
            opinion = 0;
        }
        boolean named = heard.says("asks_step")
                || heard.says("proposes")
                || heard.acts().isEmpty();
        if (!named && step < ASKS_SURELY) {
            step = 0;
        }
        if (heard.says("asks_leave")) {
            order = 0;
        }
        boolean open = heard.says("open_starts") && order == 0;
        if ((asking || order > 0) && !open && (heard.says("asks_close") || pack.asksForOrder(text))) {
            order = Math.max(order, 0.55);
        }
        boolean plainly = dated || step > 0 || asks(text, "asks_step", pack);
        if (heard.says("asks_step") && (asking || step > 0) && plainly) {
            step = Math.max(step, dated ? 0.6 : 0.5);
        }
        if ((heard.says("asks_trial") || heard.says("asks_for_doubts")) && text.indexOf('?') >= 0) {
            opinion = Math.max(opinion, 0.5);
        }
        if (dated && asking && order < ASKS && (heard.says("asks_step") || proposesDate(text, pack))) {
            // "Tuesday at two, does that suit you?" wants the date and not the opinion
            step = Math.max(0.6, Math.max(step, opinion));
        }
        double most = Math.max(order, Math.max(step, opinion));
        if (most < ASKS) {
            return Ask.NONE;
        }
        return order == most ? Ask.ORDER : step == most ? Ask.STEP : Ask.OPINION;
    }

    /** One sentence holds both the date and the proposing. */
    private static boolean proposesDate(String text, LanguagePack pack) {
        return Words.sentences(text).stream()
                .anyMatch(sentence -> pack.date(sentence) != null
                        && pack.cuesIn(Words.of(sentence)).contains("proposes"));
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
    private static List<Subject> subjects(String text, Words words, ScriptIndex index) {
        Words asking = asking(text);
        Map<Target, Double> found = index.subjects(asking.count() == 0 ? words : asking);
        return found.entrySet().stream()
                .filter(entry -> entry.getValue() >= ABOUT)
                .sorted(Map.Entry.<Target, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().id()))
                .map(entry -> new Subject(entry.getKey().id(), entry.getValue()))
                .toList();
    }

    /** A question holds the cue, or there is none in the text. */
    private static boolean asks(String text, String cue, LanguagePack pack) {
        return pack.cuesIn(text.indexOf('?') < 0 ? Words.of(text) : asking(text))
                .contains(cue);
    }

    private static Words asking(String text) {
        return Words.of(Words.sentences(text).stream()
                .filter(sentence -> sentence.endsWith("?"))
                .collect(Collectors.joining(" ")));
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
