package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.sellmeapen.conversation.Turn;

/**
 * Which facts go into a prompt at all, since what is not in it cannot be told by mistake or by a lie: none where nothing was
 * asked, or only how somebody is; otherwise the three that are nearest to what was asked, among those the mind would tell
 * now. Nearest by what two languages share, figures, names and loan words, and by where the talk has come to. Where a fourth
 * was meant, the mind tells it all the same, in a second call.
 */
final class Nearest {

    static final int MOST = 3;

    private static final double BY_FIGURE = 3;
    private static final double BY_WORD = 2;

    private Nearest() {}

    static List<Offer.Earnable> of(Offer offer, String language, List<Turn> soFar) {
        if (soFar.isEmpty() || !GuardLists.shipped().asks(soFar.getLast().text(), language)) {
            return List.of();
        }
        String said = soFar.getLast().text();
        List<Offer.Earnable> nearest = new ArrayList<>(offer.ifAsked());
        // The sort is stable: among equals the author's order decides.
        nearest.sort(Comparator.comparingDouble((Offer.Earnable one) -> nearness(one, said, language))
                .reversed());
        return List.copyOf(nearest.subList(0, Math.min(MOST, nearest.size())));
    }

    private static double nearness(Offer.Earnable one, String said, String language) {
        Set<String> figures = Secrets.numbers(said);
        figures.addAll(NumberWords.in(said, GuardLists.primary(language)));
        figures.retainAll(Secrets.numbers(one.line()));
        return one.leaning()
                + BY_FIGURE * figures.size()
                + BY_WORD * Sounds.shared(one.words(), Sounds.words(said)).size();
    }
}
