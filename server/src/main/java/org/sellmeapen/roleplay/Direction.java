package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;

/**
 * What one answer is to convey: all that a prompt may hold. Nothing undisclosed is in it.
 *
 * @param language of the texts in here
 * @param seat the person's
 * @param part who one is: name, role, company
 * @param manner how one talks, in words
 * @param context where one is, as the person was told too; empty where it was told to the person alone
 * @param points in the order they are said
 * @param known what one has told, or would tell anybody
 * @param standing obstacles that were raised and still stand
 * @param ends how the conversation ends with it, if it does
 * @param mostWords longer is no answer of this person
 */
public record Direction(
        String language,
        Seat seat,
        String part,
        String manner,
        String context,
        String mood,
        List<Point> points,
        List<String> known,
        List<String> standing,
        @Nullable Outcome ends,
        int mostWords) {

    private static final String DISCLOSED = "disclosed:";

    /**
     * @param text as the built-in counterpart says it
     * @param does absent where it does nothing in particular
     * @param because the part of the script it comes from
     */
    public record Point(String text, Act does, String because) {

        /** Whether something would be missing without it, rather than only the tone. */
        boolean matters() {
            return does != Act.OTHER && does != Act.FILLER_OTHER;
        }
    }

    public Direction {
        points = List.copyOf(points);
        known = List.copyOf(known);
        standing = List.copyOf(standing);
    }

    Direction within(int words) {
        return new Direction(language, seat, part, manner, context, mood, points, known, standing, ends, words);
    }

    /** The hidden facts that this answer tells. */
    Set<String> told() {
        return points.stream()
                .map(Point::because)
                .filter(because -> because.startsWith(DISCLOSED))
                .map(because -> because.substring(DISCLOSED.length()))
                .collect(Collectors.toSet());
    }

    /** The answer as the built-in counterpart words it. */
    public String text() {
        return String.join(" ", points.stream().map(Point::text).toList());
    }
}
