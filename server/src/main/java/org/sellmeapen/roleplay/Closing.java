package org.sellmeapen.roleplay;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.Mind.Selling.Awaits;
import org.sellmeapen.scenarios.Pitch;
import org.sellmeapen.scenarios.Pitch.Step;

/** Asking: which kind of close, what an answer to it is worth, the day, and the leave-taking. */
final class Closing {

    private static final String NEXT_STEP = "next_step_close";
    private static final String DIRECT = "direct_close";
    private static final String CONFIRM = "confirm";

    private final Buyer shared;
    private final Pitch pitch;
    private final Selling selling;
    private final Material material;
    private final SellingRules rules;

    Closing(Buyer shared, Pitch pitch, Selling selling, Material material, SellingRules rules) {
        this.shared = shared;
        this.pitch = pitch;
        this.selling = selling;
        this.material = material;
        this.rules = rules;
    }

    /** Asks in the way that suits best, as long as the level has askings left. */
    @Nullable
    SellerMove ask() {
        return selling.closes >= shared.levels().pursuit(shared.mind().level).closes() ? null : ask(best());
    }

    private List<Step> best() {
        return material.steps("closes").stream()
                .filter(step -> suits(step) >= 0)
                .sorted(Comparator.comparingDouble(this::suits).reversed())
                .toList();
    }

    private double suits(Step step) {
        return rules.suits(step.technique(), selling, shared.mind().level);
    }

    private @Nullable SellerMove ask(List<Step> steps) {
        SellerMove close = material.takeFrom("closes", steps);
        if (close == null) {
            return null;
        }
        selling.closes++;
        selling.lastClose = close.technique();
        return awaiting(close, isStep() ? Awaits.STEP : Awaits.DECISION);
    }

    /** Asks for a meeting, with the scenario's words while there are any. */
    SellerMove askForDay(int turn) {
        SellerMove close = ask(material.steps("closes").stream()
                .filter(step -> step.technique().equals(NEXT_STEP))
                .toList());
        return close != null ? close : askWhen("seller_when", turn);
    }

    boolean canOfferTrial() {
        return trials().stream().anyMatch(step -> !material.isTaken("closes", step));
    }

    /** For somebody who asks to try it. */
    @Nullable
    SellerMove offerTrial() {
        return ask(trials());
    }

    private List<Step> trials() {
        return material.steps("closes").stream()
                .filter(step -> step.technique().equals("trial_offer_close"))
                .toList();
    }

    boolean askedForDay() {
        return NEXT_STEP.equals(selling.lastClose);
    }

    SellerMove askWhen(String situation, int turn) {
        selling.lastClose = NEXT_STEP;
        String text = shared.tongue().say(situation, Map.of(), turn);
        return awaiting(new SellerMove(text, NEXT_STEP, null, situation), Awaits.DATE);
    }

    /** Proposes a day itself, for those who would rather not choose one. */
    SellerMove proposeDay(int turn) {
        SellerMove move = askWhen("seller_propose_day", turn);
        selling.awaits = Awaits.STEP;
        return move;
    }

    /** A day was named out of the blue: is it meant for a meeting? */
    SellerMove askWhether(String when, int turn) {
        selling.lastClose = NEXT_STEP;
        String text = shared.tongue().say("seller_that_day", Map.of("when", when), turn);
        return awaiting(new SellerMove(text, NEXT_STEP, null, "seller_that_day"), Awaits.STEP);
    }

    /** Once more and plainly, where a yes could have meant less. */
    SellerMove confirm(String situation, int turn) {
        selling.closes++;
        selling.lastClose = DIRECT;
        String text = shared.tongue().say(situation, Map.of(), turn);
        return awaiting(new SellerMove(text, DIRECT, null, CONFIRM), Awaits.DECISION);
    }

    private SellerMove awaiting(SellerMove move, Awaits awaits) {
        selling.awaits = awaits;
        selling.lastStep = move.because();
        return move.in(Phase.CLOSING);
    }

    /** A yes to an asking: an order only where the order was asked for, and in plain words. */
    SellerMove yes(PersonHeard heard, int turn) {
        if (selling.awaits == Awaits.STEP) {
            String when = heard.when() == null ? proposedDay() : heard.when();
            return when == null ? askWhen("seller_which_day", turn) : end(Outcome.NEXT_STEP, when, turn);
        }
        boolean plain = heard.saysYes() || isConfirming();
        return plain && !offersAChoice() ? end(Outcome.SALE, null, turn) : confirm("seller_confirm", turn);
    }

    /** Chose one of the two it was offered, or answered as if it had decided. */
    boolean isChoice(PersonHeard heard) {
        Set<String> offered = Words.of(Objects.requireNonNullElse(shared.mind().lastWords, ""))
                .content(shared.index().pack().stop());
        Set<String> said =
                new HashSet<>(heard.words().content(shared.index().pack().stop()));
        said.retainAll(offered);
        return selling.awaits == Awaits.DECISION && offersAChoice() && !said.isEmpty() && !heard.shows("negative");
    }

    boolean offersAChoice() {
        return selling.lastClose != null && rules.noYesTo().contains(selling.lastClose);
    }

    boolean isConfirming() {
        return CONFIRM.equals(selling.lastStep);
    }

    private boolean isStep() {
        return selling.lastClose != null && rules.steps().contains(selling.lastClose);
    }

    /** The day in the last asking, where it proposed one; until when a trial lasts is none. */
    private @Nullable String proposedDay() {
        String last = shared.mind().lastWords;
        return last == null || !askedForDay() ? null : shared.index().pack().date(last);
    }

    /** The deciding sentence was the person's; the seller only takes leave. */
    SellerMove end(Outcome outcome, @Nullable String when, int turn) {
        List<String> lines = switch (outcome) {
            case SALE -> pitch.farewells().sale();
            case NEXT_STEP -> pitch.farewells().nextStep();
            case NO_SALE -> pitch.farewells().noSale();
            case UNDECIDED -> pitch.farewells().undecided();
        };
        String text = shared.tongue().own(lines, "seller_bye", Map.of("when", when == null ? "" : when), turn);
        if (outcome != Outcome.NO_SALE) {
            return new SellerMove(text, null, outcome == Outcome.UNDECIDED ? null : Phase.CLOSING, "farewell", outcome);
        }
        SellerMove taken = material.takeAny("respects_no", _ -> true);
        return taken == null
                ? new SellerMove(text, null, null, "farewell", outcome)
                : new SellerMove(taken.text() + " " + text, taken.technique(), null, taken.because(), outcome);
    }
}
