package org.sellmeapen.scoring;

import java.util.Set;
import java.util.regex.Pattern;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;

/** What code can tell of a place by itself: whether something is asked, whether there is a date, a price or a figure. */
final class Refuting {

    private static final Pattern ASKS = Pattern.compile("[?？؟;;]|か[。]?$");
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}|[%€$£¥₩₹₽]");
    private static final Pattern ENGLISH_NUMBER = Pattern.compile(
            "(?i)\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
                    + "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|twice|double|dozen|"
                    + "quarter|third|percent|one)\\b");
    private static final Pattern ENGLISH_DATE = Pattern.compile(
            "(?i)\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(today|tonight|tomorrow|week|weeks|month|noon|morning|afternoon|evening|"
                    + "january|february|march|april|may|june|july|august|september|october|november|december|o'clock|end of|first|second|"
                    + "third|fourth|fifth|\\w+teenth|twentieth|\\w+th)\\b|\\b\\d{1,2}([:.]\\d\\d| ?[ap]m)?\\b");

    /** A place is looked at with the turns beside it, since a date may be asked in one and named in the next. */
    private static final int BESIDE = 2;

    private static final Set<String> QUESTIONS = Set.of("asked_open_questions");

    private Refuting() {}

    /** Whether it cannot be what it is said to show. Of what code cannot read nothing is refuted. */
    static boolean refutes(Observation one, Transcript transcript) {
        if (one.shows() != Shows.SUPPORTS) {
            return false;
        }
        boolean english =
                transcript.language().isEmpty() || transcript.language().startsWith("en");
        String around = around(one.turn(), transcript);
        if (QUESTIONS.contains(one.criterion())) {
            return !ASKS.matcher(turn(one.turn(), transcript).text()).find();
        }
        return switch (one.criterion()) {
            case "quantified_impact", "talked_price_with_value" ->
                english
                        && !FIGURE.matcher(around).find()
                        && !ENGLISH_NUMBER.matcher(around).find();
            case "agreed_concrete_next_step" ->
                (english && !ENGLISH_DATE.matcher(around).find()) || !answersAfter(one.turn(), transcript);
            default -> false;
        };
    }

    /** The buyer has the word once more: what only the seller says is no agreement. */
    private static boolean answersAfter(int turn, Transcript transcript) {
        return transcript.turns().stream()
                .anyMatch(one -> one.i() >= turn
                        && one.speaker() == Speaker.BUYER
                        && !one.text().isBlank());
    }

    private static Turn turn(int i, Transcript transcript) {
        return transcript.turns().get(i);
    }

    private static String around(int turn, Transcript transcript) {
        StringBuilder text = new StringBuilder();
        for (int k = Math.max(0, turn - BESIDE);
                k <= Math.min(transcript.turns().size() - 1, turn + BESIDE);
                k++) {
            text.append(transcript.turns().get(k).text()).append('\n');
        }
        return text.toString();
    }
}
