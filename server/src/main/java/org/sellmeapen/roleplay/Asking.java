package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.roleplay.Heard.Ask;
import org.sellmeapen.roleplay.Heard.Clarity;
import org.sellmeapen.roleplay.Heard.Subject;

/**
 * What a turn asks for: an answer, leave, an opinion, a dated step or the order.
 *
 * @param heard as far as it is understood yet
 * @param opens it says at the start what the talk is for
 * @param asking the asking sentences
 */
record Asking(Heard heard, String text, LanguagePack pack, boolean opens, Words asking) {

    /** Nobody decides on something that may not have been asked. */
    private static final double ASKS = 0.4;
    /** So sure the analyser must be when nothing else says that a step was asked for; surer still of a plain statement. */
    private static final double ASKS_SURELY = 0.7;

    private static final double SAYS_SURELY = 0.85;
    /** By so much one reading must be surer than another to silence it. */
    private static final double CLEARLY = 0.2;
    /** From here on it is plain what a question is about. */
    private static final double PLAINLY = 2.5;

    private static final int TAG = 2;

    static Asking of(Heard heard, String text, LanguagePack pack, boolean early) {
        boolean opens = early && (heard.isMainly(Act.AGENDA) || heard.says("states_purpose"));
        Words asking = Words.of(Words.sentences(text).stream()
                .filter(sentence -> sentence.endsWith("?"))
                .collect(Collectors.joining(" ")));
        return new Asking(heard, text, pack, opens, asking);
    }

    boolean anything() {
        return marks() > 0
                || heard.says("invites")
                || ((heard.says("open_starts") || heard.says("closed_starts")) && !endsAsStatement())
                || heard.says("asks_name")
                || (heard.says("asks_anywhere") && ".!,;".chars().noneMatch(c -> text.indexOf(c) >= 0))
                || heard.isMainly(Act.OPEN_QUESTION)
                || heard.isMainly(Act.CLOSED_QUESTION)
                || heard.isMainly(Act.FOLLOW_UP_QUESTION)
                || (!endsAsStatement() && doesAsk())
                || (heard.words().count() <= 2
                        && Stream.of("says_yes", "says_no", "greets", "thanks").noneMatch(heard::says));
    }

    /** What the seller wants to hear, beside an answer. */
    Ask wants(boolean dated, List<Subject> subjects) {
        Ask ask = strongest(dated);
        if (ask == Ask.OPINION && (opens || isAboutTheBuyer(subjects))) {
            return Ask.NONE;
        }
        return opens && !heard.says("asks_close") && !inQuestion("asks_step") ? Ask.NONE : ask;
    }

    private Ask strongest(boolean dated) {
        boolean asks = marks() > 0 || heard.acts().isEmpty() || !endsAsStatement();
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
        double surely = asks ? ASKS_SURELY : SAYS_SURELY;
        boolean stepNamed = heard.says("asks_step")
                || (dated && heard.says("proposes"))
                || heard.acts().isEmpty();
        boolean leave = heard.says("asks_leave") && !dated;
        if ((!stepNamed && step < surely) || leave) {
            step = 0;
        }
        boolean orderNamed = heard.says("asks_close") || pack.asksForOrder(text);
        if ((!orderNamed && !asks && order < surely) || leave) {
            order = 0;
        }
        boolean open = heard.says("open_starts") && order == 0;
        if ((asks || order > 0) && !open && orderNamed) {
            order = Math.max(order, 0.55);
        }
        boolean plainly = dated || step > 0 || inQuestion("asks_step");
        if (heard.says("asks_step") && (asks || step > 0) && plainly) {
            step = Math.max(step, dated ? 0.6 : 0.5);
        }
        if ((heard.says("asks_trial") || heard.says("asks_for_doubts")) && marks() > 0) {
            opinion = Math.max(opinion, 0.5);
        }
        if (dated && asks && order < ASKS && (heard.says("asks_step") || proposesDate())) {
            // "Tuesday at two, does that suit you?" wants the date and not the opinion
            step = Math.max(0.6, Math.max(step, opinion));
        }
        double most = Math.max(order, Math.max(step, opinion));
        if (most < ASKS) {
            return Ask.NONE;
        }
        return order == most ? Ask.ORDER : step == most ? Ask.STEP : Ask.OPINION;
    }

    /** A question that only asks for leave, or that asks for the order and for nothing else. */
    boolean isCourtesy(Ask ask, List<Subject> subjects) {
        boolean once = marks() < 2;
        Set<String> cues = pack.cuesIn(asking);
        if (cues.contains("tags") && asking.count() <= TAG && heard.words().count() > TAG) {
            return true;
        }
        if (once && (cues.contains("asks_leave") || (cues.contains("sums_up") && subjects.isEmpty()))) {
            return true;
        }
        if (opens && ask == Ask.NONE && once && subjects.isEmpty() && !cues.contains("open_starts")) {
            return true;
        }
        return switch (ask) {
            case ORDER, STEP -> once;
            case OPINION -> once || subjects.isEmpty();
            case NONE ->
                (heard.says("permission") && once && (opens || !isPlain(subjects)))
                        || (heard.clarity() == Clarity.ONE_WORD && subjects.isEmpty());
        };
    }

    /** What sounds like a test of readiness, but asks for something the buyer can tell. */
    private boolean isAboutTheBuyer(List<Subject> subjects) {
        if (heard.says("asks_trial") || heard.says("asks_for_doubts")) {
            return false;
        }
        return isPlain(subjects)
                || heard.says("closed_wh")
                || heard.says("open_starts")
                || heard.confidence(Act.TRIAL_CLOSE) < 0.5;
    }

    private static boolean isPlain(List<Subject> subjects) {
        return !subjects.isEmpty() && subjects.getFirst().worth() >= PLAINLY;
    }

    /** One sentence holds both the date and the proposing. */
    private boolean proposesDate() {
        return Words.sentences(text).stream()
                .anyMatch(sentence -> pack.date(sentence) != null
                        && pack.cuesIn(Words.of(sentence)).contains("proposes"));
    }

    /** A question holds the cue, or there is no question mark in the text. */
    private boolean inQuestion(String cue) {
        return (marks() == 0 ? heard.cues() : pack.cuesIn(asking)).contains(cue);
    }

    private long marks() {
        return text.chars().filter(c -> c == '?').count();
    }

    private boolean doesAsk() {
        return heard.does(Act.OPEN_QUESTION) || heard.does(Act.CLOSED_QUESTION) || heard.does(Act.FOLLOW_UP_QUESTION);
    }

    /** "When a van drops out, it replans." asks nothing. */
    private boolean endsAsStatement() {
        return text.endsWith(".") || text.endsWith("!");
    }
}
