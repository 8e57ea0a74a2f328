package org.sellmeapen.roleplay;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.Mind.Selling.Awaits;
import org.sellmeapen.roleplay.PersonHeard.Does;
import org.sellmeapen.scenarios.Pitch.Step;

/**
 * What an AI seller says next: question, depth, recap, gain, proof, price, test, ask. Each step of the pitch is taken
 * once; whoever shows that they want it is not kept waiting.
 */
final class SalesPlan {

    private static final int FULL = 4;
    private static final int TESTS = 2;
    private static final int LEAST_QUESTIONS = 2;

    private final Buyer shared;
    private final Selling selling;
    private final Material material;
    private final Closing closing;
    private final SellingRules rules;
    private final Levels.Pursuit pursuit;

    SalesPlan(Buyer shared, Selling selling, Material material, Closing closing, SellingRules rules) {
        this.shared = shared;
        this.selling = selling;
        this.material = material;
        this.closing = closing;
        this.rules = rules;
        this.pursuit = shared.levels().pursuit(shared.mind().level);
    }

    SellerMove greet(int turn) {
        SellerMove move = material.takeAny("greeting", _ -> true);
        selling.taken.add("greeting");
        if (move == null) {
            String text = shared.tongue().say("seller_greet", Map.of(), turn);
            move = new SellerMove(text, null, null, "greeting");
        }
        return awaiting(move, answerTo(move), Phase.GREETING);
    }

    /** For somebody who wants to know what this is about. */
    @Nullable
    SellerMove statePurpose(PersonHeard heard, int turn) {
        SellerMove purpose =
                material.takeAny("greeting", step -> step.technique().equals("purposeful_opening"));
        return purpose == null ? next(heard, turn) : awaiting(purpose, answerTo(purpose), Phase.GREETING);
    }

    /** The next step of the plan with a word on what was heard, or null when everything was tried. */
    @Nullable
    SellerMove next(PersonHeard heard, int turn) {
        Awaits asked = selling.awaits;
        SellerMove move = step(heard, turn);
        return move == null ? null : move.after(reaction(heard, asked, move));
    }

    /** The next step of the plan and nothing else. */
    @Nullable
    SellerMove step(PersonHeard heard, int turn) {
        if (!selling.taken.contains("greeting")) {
            return greet(turn);
        }
        selling.idle = 0;
        int signals = selling.seen("signals");
        boolean keen = signals >= rules.ready().testsFrom();
        boolean ready = selling.seen("ready") > 0 && selling.taken.contains("price");
        boolean sold = ready || signals >= rules.ready().asksFrom();
        SellerMove move = null;
        if (!keen || (!sold && selling.questions < LEAST_QUESTIONS)) {
            move = discovery(heard);
        }
        if (move == null && !sold) {
            move = summary();
        }
        if (move == null && !ready && (!keen || selling.benefits == 0)) {
            move = positioning();
        }
        if (move == null && !selling.taken.contains("price")) {
            move = price();
        }
        if (move == null && !sold) {
            move = test(1);
        }
        return move == null ? closing.ask() : move;
    }

    /** Whoever is ready is asked for the order, but not before knowing what it costs. */
    @Nullable
    SellerMove afterYes(PersonHeard heard, int turn) {
        SellerMove move = selling.taken.contains("price") ? null : price();
        if (move != null) {
            return move.after(shared.tongue().maybe("seller_before_asking", Map.of()));
        }
        move = closing.ask();
        return move == null ? next(heard, turn) : move;
    }

    /** For somebody who is about to buy: first whether, then the order. */
    @Nullable
    SellerMove towardsOrder() {
        SellerMove move = selling.seen("signals") < rules.ready().asksFrom() ? test(TESTS) : null;
        return move == null ? closing.ask() : move;
    }

    private @Nullable SellerMove discovery(PersonHeard heard) {
        if (selling.questions >= pursuit.questions()) {
            return null;
        }
        boolean told = heard.does() == Does.TELLS
                || heard.does() == Does.WARMS
                || !heard.fits().isEmpty();
        boolean asked = selling.isExploring() && selling.awaits != Awaits.CONFIRMATION;
        if (asked && selling.followUpsInARow == 0 && told) {
            SellerMove deeper = material.take("follow_ups", fits(heard, "follow_ups"));
            if (deeper == null && heard.does() == Does.TELLS && heard.shows("matters")) {
                deeper = material.takeAny("follow_ups", step -> step.keywords().isEmpty());
            }
            if (deeper != null) {
                selling.followUpsInARow++;
                return awaiting(deeper, answerTo(deeper), Phase.DISCOVERY);
            }
        }
        SellerMove question = material.take(
                "discovery", step -> step.keywords().isEmpty() || !selling.fits.contains("discovery/" + step.id()));
        if (question == null) {
            return null;
        }
        selling.questions++;
        selling.followUpsInARow = 0;
        return awaiting(question, Awaits.ANSWER, Phase.DISCOVERY);
    }

    private @Nullable SellerMove summary() {
        if (selling.taken.contains("summary") || selling.benefits > 0) {
            return null; // what was not summed up before the first gain isn't afterwards
        }
        SellerMove recap = material.takeAny("summaries", _ -> true);
        if (recap == null) {
            return null;
        }
        selling.taken.add("summary");
        return awaiting(recap, Awaits.CONFIRMATION, Phase.DISCOVERY);
    }

    private @Nullable SellerMove positioning() {
        SellerMove gain = selling.benefits < pursuit.benefits() ? gain() : null;
        if (gain != null) {
            return gain;
        }
        if (selling.taken.add("proof")) {
            SellerMove proof = proof();
            if (proof != null) {
                return proof;
            }
        }
        return selling.taken.contains("price") ? null : price();
    }

    /** What they would have of it. */
    @Nullable
    SellerMove gain() {
        SellerMove gain = benefit();
        if (gain == null) {
            return null;
        }
        selling.benefits++;
        return awaiting(gain, answerTo(gain), Phase.POSITIONING);
    }

    /** A gain for what the person spoke of, otherwise one that needs nothing to have been said. */
    private @Nullable SellerMove benefit() {
        Predicate<Step> fits = step -> selling.fits.contains("benefits/" + step.id());
        SellerMove fitting = material.take("benefits", fits.and(step -> !material.isQuoted("benefits", step)));
        fitting = fitting == null ? material.take("benefits", fits) : fitting;
        return fitting != null
                ? fitting
                : material.takeAny("benefits", step -> step.keywords().isEmpty());
    }

    @Nullable
    SellerMove proof() {
        selling.taken.add("proof");
        SellerMove proof = material.takeAny("proofs", _ -> true);
        return proof == null ? null : awaiting(proof, answerTo(proof), Phase.POSITIONING);
    }

    /** The price with what it is worth; the first step names it, further ones put it another way. */
    @Nullable
    SellerMove price() {
        selling.taken.add("price");
        SellerMove price = material.take("price", _ -> true);
        return price == null ? null : awaiting(price, answerTo(price), Phase.POSITIONING);
    }

    private @Nullable SellerMove test(int atMost) {
        long tested = material.steps("trial_closes").stream()
                .filter(step -> material.isTaken("trial_closes", step))
                .count();
        SellerMove trial = tested >= atMost ? null : material.takeAny("trial_closes", _ -> true);
        return trial == null ? null : awaiting(trial, Awaits.OPINION, Phase.POSITIONING);
    }

    /** Of a question that may be answered with yes or no, either is an answer. */
    Awaits answerTo(SellerMove move) {
        if (!move.asks()) {
            return move.because().startsWith("discovery/") || move.because().startsWith("follow_ups/")
                    ? Awaits.ANSWER
                    : Awaits.NOTHING;
        }
        String question = Words.sentences(move.text()).getLast();
        return shared.index().pack().personSigns().asksOpenly(question) ? Awaits.ANSWER : Awaits.YES_OR_NO;
    }

    private SellerMove awaiting(SellerMove move, Awaits awaits, Phase phase) {
        selling.awaits = awaits;
        selling.lastStep = move.because();
        return move.in(phase);
    }

    private static Predicate<Step> fits(PersonHeard heard, String group) {
        return step -> heard.fits().containsKey(group + "/" + step.id());
    }

    /** A word on what was just heard, not every time, and never before an asking. */
    private @Nullable String reaction(PersonHeard heard, Awaits asked, SellerMove move) {
        boolean told = heard.does() == Does.TELLS && heard.words().count() > FULL - 1;
        boolean confirmed = asked == Awaits.CONFIRMATION && heard.does() == Does.AGREES && heard.saysYes();
        boolean glad = confirmed || (heard.does() == Does.WARMS && !heard.shows("negative"));
        int talkative = shared.script().persona().temperament().talkativeness();
        boolean reacts = Chance.of(shared.mind().seed, "react/" + shared.mind().heardTurns) < 0.3 + talkative / 200.0;
        if (!reacts || (!told && !glad) || move.phase() == Phase.CLOSING) {
            return null;
        }
        return shared.tongue().maybe(glad ? "seller_glad" : "seller_reaction", Map.of());
    }
}
