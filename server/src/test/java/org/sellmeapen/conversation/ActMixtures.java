package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns of two sentences put together from single lines. People say "I see. And what does it cost?" in one breath, but
 * the corpus holds mostly one act a line; the trainer learns from the mixtures which of two acts carries a turn.
 */
final class ActMixtures {

    private static final int STRIDE = 7919;

    private static final Set<Act> BUYER_SOFT = EnumSet.of(Act.AGREEMENT, Act.OTHER, Act.INFORMATION);
    private static final Set<Act> REP_SOFT =
            EnumSet.of(Act.ACKNOWLEDGE, Act.FILLER_OTHER, Act.FEATURE, Act.PRICE_TALK, Act.RAPPORT);
    private static final Set<Act> REP_QUESTIONS = EnumSet.of(
            Act.OPEN_QUESTION,
            Act.CLOSED_QUESTION,
            Act.FOLLOW_UP_QUESTION,
            Act.TRIAL_CLOSE,
            Act.CLOSE_ASK,
            Act.NEXT_STEP);

    private ActMixtures() {}

    /** The first sentence's act is carried by the second's. */
    private static boolean carries(Act first, Act second) {
        if (first == second) {
            return true;
        }
        return switch (first.speaker()) {
            case BUYER -> switch (first) {
                case AGREEMENT -> second != Act.OTHER;
                case OTHER -> true;
                case INFORMATION -> second != Act.OTHER && second != Act.COMPETITOR_MENTION;
                default -> false;
            };
            case REP -> switch (first) {
                case FILLER_OTHER -> true;
                case ACKNOWLEDGE -> second != Act.FILLER_OTHER && second != Act.RAPPORT && second != Act.GREETING;
                case FEATURE -> second == Act.BENEFIT || second == Act.PROOF || REP_QUESTIONS.contains(second);
                case PRICE_TALK, RAPPORT -> REP_QUESTIONS.contains(second);
                default -> false;
            };
        };
    }

    /** One mixture for every second line, always the same ones. */
    static List<ActCorpus.Line> of(List<ActCorpus.Line> lines) {
        Map<Act, List<ActCorpus.Line>> soft = new EnumMap<>(Act.class);
        for (ActCorpus.Line line : lines) {
            if (line.acts().size() == 1 && (BUYER_SOFT.contains(line.main()) || REP_SOFT.contains(line.main()))
                    && line.text().length() < 90) {
                soft.computeIfAbsent(line.main(), _ -> new ArrayList<>()).add(line);
            }
        }
        List<ActCorpus.Line> mixtures = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ActCorpus.Line second = lines.get(i);
            List<Act> firsts = (second.speaker() == Speaker.BUYER ? BUYER_SOFT : REP_SOFT)
                    .stream().filter(act -> carries(act, second.main()) && soft.containsKey(act)).toList();
            if (firsts.isEmpty()) {
                continue;
            }
            List<ActCorpus.Line> choice = soft.get(firsts.get(i % firsts.size()));
            ActCorpus.Line first = choice.get((int) ((long) i * STRIDE % choice.size()));
            if (first.writer().equals(second.writer())) {
                mixtures.add(new ActCorpus.Line(second.source(), null, second.speaker(), second.acts(),
                        i % 2 == 0 ? first.context() : second.context(), joined(first.text(), second.text()), false));
            }
        }
        return mixtures;
    }

    private static String joined(String first, String second) {
        return first.matches(".*[.!?]") ? first + " " + second : first + " " + second;
    }
}
