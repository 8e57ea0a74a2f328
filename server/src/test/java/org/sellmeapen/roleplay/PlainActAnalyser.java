package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Speaker;

/** A modest analyser for tests: patterns only, and often silent. The mind has to get along with one like it. */
final class PlainActAnalyser implements ActAnalyser {

    private record Cue(Act act, double confidence, Pattern pattern) {}

    private static final List<Cue> CUES = List.of(
            cue(Act.PRESSURE, 0.7, "only today|last chance|right now|or you('|’)ll regret|must decide|final offer"),
            cue(
                    Act.CLOSE_ASK,
                    0.7,
                    "shall i (write|order|put|send you (one|ten))|do we have a deal|would you like to order|place the order|will you (buy|take|sign)|sign (here|today)|are you ready to"),
            cue(
                    Act.NEXT_STEP,
                    0.7,
                    "(meet|call|ring|come by|visit|see you|talk again|send you .*) .*(monday|tuesday|wednesday|thursday|friday|tomorrow|next week|the \\d+)|does (monday|tuesday|wednesday|thursday|friday)"),
            cue(
                    Act.TRIAL_CLOSE,
                    0.6,
                    "how does that sound|what do you think|would that help|would that work|if (we|i) could"),
            cue(
                    Act.AGENDA,
                    0.6,
                    "i('|’)d like (two|five|ten|a few)? ?minutes|reason (for|i)|want to find out|like to find out|before i"),
            cue(Act.GREETING, 0.6, "^(hello|hi|good (morning|afternoon|day))"),
            cue(Act.RAPPORT, 0.5, "how are you|lovely|is that you|weekend|nice office"),
            cue(
                    Act.FOLLOW_UP_QUESTION,
                    0.5,
                    "what (came of|happened then|did that|does that (mean|cost)).*\\?|how so\\?|why (is|was) that\\?"),
            cue(
                    Act.OPEN_QUESTION,
                    0.6,
                    "^(so |and |well, )?(how (do|did|does|would)|what|why|tell me|describe|walk me)"),
            cue(
                    Act.CLOSED_QUESTION,
                    0.5,
                    "^(so |and )?(do|did|is|are|have|has|can|could|who|when|how (many|much|often|long)|which|would)\\b.*\\?"),
            cue(Act.SUMMARY, 0.5, "so far|to sum up|let me sum|have i got that"),
            cue(Act.PROOF, 0.6, "have used|reference|certified|ask them|ring them|customer of ours|two came back"),
            cue(
                    Act.ACKNOWLEDGE,
                    0.5,
                    "i understand|that('|’)s fair|fair (point|enough)|you('|’)re right|i can see|makes sense|i('|’)d (hesitate|feel)"),
            cue(Act.OBJECTION_RESPONSE, 0.4, "\\bbut\\b|because|that is why|instead"),
            cue(
                    Act.BENEFIT,
                    0.5,
                    "so (that )?you|you('|’)d (no longer|never|save|be)|which means you|for you that|doesn('|’)t happen again"),
            cue(Act.PRICE_TALK, 0.6, "\\beuros?\\b|\\bprice\\b|per year|costs? \\d"),
            cue(Act.FEATURE, 0.4, "\\b(it|this (pen|one)) (has|is|comes|writes|lasts|dries|can)\\b"));

    private static Cue cue(Act act, double confidence, String pattern) {
        return new Cue(act, confidence, Pattern.compile(pattern));
    }

    @Override
    public List<ActReading> read(Speaker speaker, String text, @Nullable String context) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<ActReading> readings = new ArrayList<>();
        for (Cue cue : speaker == Speaker.REP ? CUES : BUYER) {
            var matcher = cue.pattern().matcher(lower);
            if (matcher.find()) {
                readings.add(new ActReading(cue.act(), cue.confidence(), List.of(matcher.group())));
            }
        }
        return readings;
    }

    private static final List<Cue> BUYER = List.of(
            cue(Act.REJECTION, 0.7, "not interested|^no[,.]|no thank|i won('|’)t|we won('|’)t|leave me alone"),
            cue(Act.GOODBYE, 0.7, "good ?bye|have to go|hanging up"),
            cue(Act.OBJECTION_PRICE, 0.6, "too (expensive|dear|much)|can('|’)t afford|over (my|our) budget|costs too"),
            cue(Act.OBJECTION_TIMING, 0.6, "not (now|before|this year)|bad (time|moment)|busy season"),
            cue(Act.OBJECTION_AUTHORITY, 0.6, "(my|our) (boss|partner|wife|husband|board)"),
            cue(Act.OBJECTION_TRUST, 0.6, "don('|’)t believe|heard that before|how do i know|they all say"),
            cue(
                    Act.OBJECTION_COMPETITOR,
                    0.6,
                    "(cheaper|better) (elsewhere|offer)|happy with (our|my) (supplier|provider)"),
            cue(Act.OBJECTION_NEED, 0.6, "don('|’)t need|no need|works fine"),
            cue(Act.PRICING_QUESTION, 0.7, "how much|what does it cost|the price\\?"),
            cue(Act.STALL, 0.6, "think about it|call me (some|another)|send me something|maybe later"),
            cue(Act.BUYING_SIGNAL, 0.6, "when could (you|we) start|how soon|i like (it|that)"),
            cue(Act.AGREEMENT, 0.6, "^(yes|okay|ok|fine|all right|deal|agreed|sure)|suits me|let('|’)s do"),
            cue(Act.QUESTION, 0.5, "\\?$"),
            cue(Act.INFORMATION, 0.4, "\\b(we|i|our|my)\\b"));
}
