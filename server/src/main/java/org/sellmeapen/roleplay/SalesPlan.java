package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.Mind.Selling.Awaits;
import org.sellmeapen.scenarios.Pitch;
import org.sellmeapen.scenarios.Pitch.Step;
import org.sellmeapen.scenarios.Topic;

/** What an AI seller says next: question, depth, recap, gain, proof, test, ask. Each step of the pitch is taken once. */
final class SalesPlan {

    private static final int POINTS = 3;
    private static final int IDLE = 2;
    private static final Set<String> ASKING =
            Set.of("summary_close", "alternative_close", "trial_offer_close", "assumptive_close", "direct_close");

    private final Buyer shared;
    private final Pitch pitch;
    private final Selling selling;
    private final Levels.Pursuit pursuit;

    /** @param technique absent in a turn without one */
    record Move(
            String text,
            @Nullable String technique,
            @Nullable Phase phase,
            String because) {}

    SalesPlan(Buyer shared, Pitch pitch, Selling selling) {
        this.shared = shared;
        this.pitch = pitch;
        this.selling = selling;
        this.pursuit = shared.levels().pursuit(shared.mind().level);
    }

    Move greet(int turn) {
        Step step = pitch.greeting().get(order(pitch.greeting()));
        selling.taken.add("greeting");
        selling.awaits = Awaits.NOTHING;
        return new Move(
                shared.tongue().own(step.lines(), "seller_greet", Map.of(), turn),
                step.technique(),
                Phase.GREETING,
                "greeting/" + step.id());
    }

    /** The next step of the plan, or null when everything was tried. */
    @Nullable
    Move next(PersonHeard heard, int turn) {
        if (!selling.taken.contains("greeting")) {
            return greet(turn);
        }
        selling.idle = 0;
        Move move = discovery(heard, turn);
        if (move == null) {
            move = summary(turn);
        }
        if (move == null) {
            move = positioning(turn);
        }
        if (move == null) {
            move = closing(turn);
        }
        return move == null ? null : reacting(heard, move);
    }

    private @Nullable Move discovery(PersonHeard heard, int turn) {
        if (selling.questions >= pursuit.questions()) {
            return null;
        }
        if (selling.awaits == Awaits.ANSWER && selling.followUpsInARow == 0) {
            Move deeper = take("follow_ups", pitch.followUps(), step -> fits(heard, "follow_ups", step), turn);
            if (deeper == null
                    && heard.does() == PersonHeard.Does.TELLS
                    && heard.words().count() > 4) {
                deeper = take(
                        "follow_ups", pitch.followUps(), step -> step.keywords().isEmpty(), turn);
            }
            if (deeper != null) {
                selling.followUpsInARow++;
                return asking(deeper, Awaits.ANSWER, Phase.DISCOVERY);
            }
        }
        Move question = take(
                "discovery",
                pitch.discovery(),
                step -> step.keywords().isEmpty() || !selling.fits.contains("discovery/" + step.id()),
                turn);
        if (question == null) {
            return null;
        }
        selling.questions++;
        selling.followUpsInARow = 0;
        return asking(question, Awaits.ANSWER, Phase.DISCOVERY);
    }

    private @Nullable Move summary(int turn) {
        String points = points();
        if (points.isEmpty()) {
            return null;
        }
        Step step = first("summaries", pitch.summaries(), one -> true);
        if (step == null) {
            return null;
        }
        selling.taken.add("summaries/" + step.id());
        String text = shared.tongue().fresh(step.lines(), Map.of("points", points));
        return text == null
                ? null
                : asking(
                        new Move(text, step.technique(), null, "summaries/" + step.id()),
                        Awaits.CONFIRMATION,
                        Phase.DISCOVERY);
    }

    private @Nullable Move positioning(int turn) {
        if (selling.benefits < pursuit.benefits()) {
            Move gain =
                    take("benefits", pitch.benefits(), step -> selling.fits.contains("benefits/" + step.id()), turn);
            if (gain == null) {
                gain = take("benefits", pitch.benefits(), step -> true, turn);
            }
            if (gain != null) {
                selling.benefits++;
                return asking(gain, Awaits.NOTHING, Phase.POSITIONING);
            }
        }
        if (!selling.taken.contains("proof")) {
            selling.taken.add("proof");
            Move proof = take("proofs", pitch.proofs(), step -> true, turn);
            if (proof != null) {
                return asking(proof, Awaits.NOTHING, Phase.POSITIONING);
            }
        }
        if (!selling.taken.contains("price")) {
            return price(turn);
        }
        if (!selling.taken.contains("trial")) {
            selling.taken.add("trial");
            Move trial = take("trial_closes", pitch.trialCloses(), step -> true, turn);
            if (trial != null) {
                return asking(trial, Awaits.OPINION, Phase.POSITIONING);
            }
        }
        return null;
    }

    private @Nullable Move price(int turn) {
        selling.taken.add("price");
        Move price = take("price", pitch.price(), step -> true, turn);
        return price == null ? null : asking(price, Awaits.NOTHING, Phase.POSITIONING);
    }

    private @Nullable Move closing(int turn) {
        if (selling.closes >= pursuit.closes()) {
            return null;
        }
        Move close = take("closes", pitch.closes(), step -> true, turn);
        if (close == null) {
            return null;
        }
        selling.closes++;
        selling.lastClose = close.technique();
        return asking(close, Awaits.DECISION, Phase.CLOSING);
    }

    /** An objection is taken in and answered; when the answers are used up, the seller says so, asks, and then leaves. */
    @Nullable
    Move answer(Act objection, int turn) {
        List<Step> answers = pitch.answers().getOrDefault(objection, List.of());
        Move answer = take("answers/" + objection.code(), answers, step -> true, turn);
        boolean wasDeciding = selling.awaits == Awaits.DECISION || selling.awaits == Awaits.DATE;
        if (answer == null && ++selling.idle > IDLE) {
            return null;
        }
        if (answer == null) {
            String text = shared.tongue().say("seller_take_in", Map.of(), turn) + " "
                    + shared.tongue().say("seller_more_answer", Map.of(), turn);
            answer = new Move(text, "acknowledge_and_answer", null, "answers/" + objection.code());
        }
        Awaits awaits = wasDeciding ? Awaits.OPINION : Awaits.NOTHING;
        return asking(answer, awaits, wasDeciding ? Phase.CLOSING : null);
    }

    /** A question of the person is answered; after a few in a row the seller leads back to its plan. */
    @Nullable
    Move inform(PersonHeard heard, int turn) {
        Move reply = reply(heard, turn);
        Set<String> content = heard.words().content(shared.index().pack().stop());
        boolean again = shared.mind().heard.contains(content);
        if (++selling.idle <= IDLE && !again) {
            return reply;
        }
        selling.idle = 0;
        Move next = next(heard, turn);
        return next == null
                ? null
                : new Move(reply.text() + " " + next.text(), next.technique(), next.phase(), next.because());
    }

    private Move reply(PersonHeard heard, int turn) {
        boolean aboutPrice = heard.acts().stream().anyMatch(reading -> reading.act() == Act.PRICING_QUESTION)
                || heard.subjects().contains("price");
        if (aboutPrice && !selling.taken.contains("price")) {
            Move price = price(turn);
            if (price != null) {
                return price;
            }
        }
        for (String id : heard.subjects()) {
            Topic topic = shared.index().topic(id);
            String line = shared.tongue()
                    .fitting(topic.answers(), one -> shared.index().suits(one, heard.words()));
            if (line == null) {
                line = shared.tongue().maybe("seller_again_gist", Map.of("gist", topic.gist()));
            }
            if (line != null) {
                return new Move(line, aboutPrice ? "price_with_value" : null, null, "knows/" + id);
            }
        }
        return new Move(shared.tongue().say("seller_find_out", Map.of(), turn), null, null, "does not know");
    }

    Move askWhatHolds(int turn) {
        selling.awaits = Awaits.OPINION;
        return new Move(shared.tongue().say("seller_no_doubt", Map.of(), turn), "follow_up", null, "half a no");
    }

    Move small(String situation, int turn) {
        return new Move(shared.tongue().say(situation, Map.of(), turn), null, null, situation);
    }

    Move farewell(Outcome outcome, @Nullable String when, int turn) {
        List<String> lines = switch (outcome) {
            case SALE -> pitch.farewells().sale();
            case NEXT_STEP -> pitch.farewells().nextStep();
            case NO_SALE -> pitch.farewells().noSale();
            case UNDECIDED -> pitch.farewells().undecided();
        };
        String text = shared.tongue().own(lines, "seller_bye", Map.of("when", when == null ? "" : when), turn);
        if (outcome != Outcome.NO_SALE) {
            return new Move(text, null, outcome == Outcome.UNDECIDED ? null : Phase.CLOSING, "farewell");
        }
        Step exit = pitch.respectsNo().get(order(pitch.respectsNo()));
        String taken = shared.tongue().fresh(exit.lines(), Map.of());
        return new Move(taken == null ? text : taken + " " + text, exit.technique(), null, "respects_no/" + exit.id());
    }

    /** The date in the last asking, where it proposed one. */
    @Nullable
    String proposedDate() {
        String last = shared.mind().lastWords;
        return last == null ? null : shared.index().pack().date(last);
    }

    private Move asking(Move move, Awaits awaits, @Nullable Phase phase) {
        selling.awaits = awaits;
        return new Move(move.text(), move.technique(), phase, move.because());
    }

    private @Nullable Move take(String group, List<Step> steps, Predicate<Step> suits, int turn) {
        Step step = first(group, steps, suits);
        if (step == null) {
            return null;
        }
        selling.taken.add(group + "/" + step.id());
        String line = shared.tongue().fresh(step.lines(), Map.of());
        return line == null ? null : new Move(line, step.technique(), null, group + "/" + step.id());
    }

    private @Nullable Step first(String group, List<Step> steps, Predicate<Step> suits) {
        return steps.stream()
                .filter(step -> !selling.taken.contains(group + "/" + step.id()))
                .filter(suits)
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(PersonHeard heard, String group, Step step) {
        return heard.fits().contains(group + "/" + step.id());
    }

    /** What the person told, for a recap: at least two things, at most three. */
    private String points() {
        List<String> abouts = new ArrayList<>();
        for (String id : selling.fits) {
            String about = shared.index().step(id).about();
            if (about != null && !abouts.contains(about)) {
                abouts.add(about);
            }
        }
        if (abouts.size() < 2) {
            return "";
        }
        List<String> last = abouts.subList(Math.max(0, abouts.size() - POINTS), abouts.size());
        String and = shared.index().pack().wording().list("last_and").getFirst();
        return String.join(", ", last.subList(0, last.size() - 1)) + and + last.getLast();
    }

    private Move reacting(PersonHeard heard, Move move) {
        boolean told = heard.does() == PersonHeard.Does.TELLS && heard.words().count() > 3;
        boolean glad = heard.does() == PersonHeard.Does.WARMS || heard.does() == PersonHeard.Does.AGREES;
        int talkative = shared.script().persona().temperament().talkativeness();
        boolean reacts = Chance.of(shared.mind().seed, "react/" + shared.mind().heardTurns) < 0.3 + talkative / 200.0;
        if (!reacts || (!told && !glad) || ASKING.contains(move.technique())) {
            return move;
        }
        String reaction = shared.tongue().maybe(glad ? "seller_glad" : "seller_reaction", Map.of());
        return reaction == null
                ? move
                : new Move(reaction + " " + move.text(), move.technique(), move.phase(), move.because());
    }

    private int order(List<Step> steps) {
        return (int) (Chance.of(shared.mind().seed, "first") * steps.size());
    }
}
