package org.sellmeapen.roleplay;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.Mind.Selling.Awaits;
import org.sellmeapen.roleplay.PersonHeard.Does;
import org.sellmeapen.scenarios.Pitch;

/** What the AI seller does about what the person did. A no is taken as what it was said to, and taken. */
final class Conduct {

    private static final String PRICED = Material.answersTo(Act.OBJECTION_PRICE) + "/";
    private static final int ODD_AT_MOST = 3;
    private static final int NOES_IN_A_ROW = 2;
    private static final int NUDGES = 2;
    private static final int ASTRAY = 2;
    private static final int BRIEF = 6;
    private static final int CHOSEN = 3;

    private final Buyer shared;
    private final Selling selling;
    private final Closing closing;
    private final SalesPlan plan;
    private final Informing informing;
    private final Bargain bargain;

    Conduct(Buyer shared, Pitch pitch, Selling selling, SellingRules rules) {
        this.shared = shared;
        this.selling = selling;
        Material material = new Material(shared, pitch, selling);
        this.closing = new Closing(shared, pitch, selling, material, rules);
        this.plan = new SalesPlan(shared, selling, material, closing, rules);
        this.informing = new Informing(shared, selling, material, plan, closing);
        this.bargain = new Bargain(shared.script(), selling);
    }

    SellerMove greet() {
        return plan.greet(0);
    }

    SellerMove answer(PersonHeard heard, int turn) {
        Does does = heard.does();
        boolean odd = switch (does) {
            case STAYS_SILENT, MAKES_NO_SENSE, GIVES_ORDERS, IS_RUDE -> true;
            default -> false;
        };
        selling.odd = odd ? selling.odd + 1 : 0;
        selling.noesInARow = does == Does.SAYS_NO && !heard.shows("nothing") ? selling.noesInARow + 1 : 0;
        selling.astray = does == Does.STRAYS ? selling.astray + 1 : 0;
        if (selling.odd > ODD_AT_MOST) {
            return end(Outcome.UNDECIDED, turn);
        }
        SellerMove move = switch (does) {
            case STAYS_SILENT -> informing.small("seller_silence", turn);
            case MAKES_NO_SENSE -> informing.small("seller_nonsense", turn);
            case GIVES_ORDERS -> informing.small("seller_command", turn);
            case IS_RUDE -> informing.small("seller_rude", turn);
            case SEES_THROUGH -> once("seller_seen_through", heard, turn);
            case PAUSES -> informing.small("seller_waits", turn);
            case STRAYS -> selling.astray > ASTRAY ? plan.next(heard, turn) : once("seller_astray", heard, turn);
            case REFUSES -> end(Outcome.NO_SALE, turn);
            case LEAVES -> end(Outcome.UNDECIDED, turn);
            case COMMITS -> end(Outcome.SALE, turn);
            case NAMES_DAY -> day(Objects.requireNonNull(heard.when()), turn);
            case DECLINES_NOW -> notToday(heard, turn);
            case PUTS_OFF -> putOff(heard, turn);
            case OBJECTS -> informing.obstacle(Objects.requireNonNull(heard.objection()), heard, turn);
            case SETS_CONDITION -> condition(heard, turn);
            case ASKS -> informing.answer(heard, turn);
            case ASKS_PURPOSE -> plan.statePurpose(heard, turn);
            case ASKS_WHY -> once("seller_why_ask", heard, turn);
            case IS_CONFUSED -> heard.shows("lost_thread") ? plan.step(heard, turn) : informing.explain(heard, turn);
            case REQUESTS -> informing.request(heard, turn);
            case WITHHOLDS -> led("seller_leave_it", heard, turn);
            case SAYS_NO -> no(heard, turn);
            case IS_UNSURE -> unsure(heard, turn);
            case AGREES -> agreed(heard, turn);
            case WARMS ->
                heard.shows("wants") && selling.taken.contains("price")
                        ? closing.confirm("seller_confirm", turn)
                        : plan.next(heard, turn);
            case NODS -> nodded(heard, turn);
            case TELLS -> told(heard, turn);
        };
        if (move == null) {
            return end(Outcome.UNDECIDED, turn); // everything was tried: a good seller leaves
        }
        if (move.because().startsWith("price/") || move.because().startsWith(PRICED)) {
            bargain.offer(move.text());
        }
        return move;
    }

    private SellerMove day(String when, int turn) {
        boolean asked = selling.awaits == Awaits.DATE || selling.awaits == Awaits.STEP;
        boolean vague = shared.index().pack().personSigns().isVague(when);
        return vague && !asked ? closing.askWhen("seller_which_day", turn) : closing.end(Outcome.NEXT_STEP, when, turn);
    }

    /** A condition in money is bargaining, and a bid that is met is struck. */
    private @Nullable SellerMove condition(PersonHeard heard, int turn) {
        if (!heard.shows("bargains") && !heard.shows("bids")) {
            return informing.condition(heard, turn);
        }
        return bargain.isMetBy(heard.text())
                ? closing.confirm("seller_struck", turn)
                : informing.obstacle(Act.OBJECTION_PRICE, heard, turn);
    }

    /** A no to signing today is no no to the offer: nothing is signed, and in time a day is asked for instead. */
    private @Nullable SellerMove notToday(PersonHeard heard, int turn) {
        if (selling.closes == 0 && selling.seen("not_today") <= pursuit().softNoes() + 1) {
            return led("seller_nothing_today", heard, turn);
        }
        return closing.askedForDay()
                ? end(Outcome.UNDECIDED, turn)
                : closing.askForDay(turn).after(shared.tongue().maybe("seller_nothing_today", Map.of()));
    }

    private @Nullable SellerMove putOff(PersonHeard heard, int turn) {
        if (selling.questions == 0 || selling.isExploring()) {
            return led("seller_no_hurry", heard, turn); // nothing was offered yet that could be put off
        }
        boolean day = selling.awaits == Awaits.STEP || selling.awaits == Awaits.DATE;
        if (day && heard.shows("no")) {
            return no(heard, turn);
        }
        selling.deferrals++;
        if (selling.deferrals > pursuit().softNoes() + 1) {
            return end(Outcome.UNDECIDED, turn);
        }
        return selling.deferrals == 1
                ? closing.askForDay(turn).after(shared.tongue().maybe("seller_no_hurry", Map.of()))
                : askWhatHolds(turn);
    }

    private @Nullable SellerMove no(PersonHeard heard, int turn) {
        if (selling.noesInARow > NOES_IN_A_ROW) {
            return end(Outcome.NO_SALE, turn);
        }
        if (heard.shows("declines_trial")) {
            return led("seller_took_no", heard, turn);
        }
        boolean nothing = heard.shows("nothing");
        return switch (selling.awaits) {
            case ANSWER -> led("seller_no_matter", heard, turn);
            case YES_OR_NO ->
                selling.lastStep.startsWith("greeting/") && selling.questions == 0
                        ? exploring(informing.small("seller_other_way", turn))
                        : led("seller_took_no", heard, turn);
            case CONFIRMATION ->
                heard.fits().isEmpty() && heard.words().count() <= BRIEF
                        ? exploring(followUp("seller_corrected", turn))
                        : led("seller_stands_corrected", heard, turn);
            case DOUBT -> selling.noesInARow > 1 && !nothing ? end(Outcome.NO_SALE, turn) : plan.next(heard, turn);
            case OPINION, NOTHING -> nothing ? plan.next(heard, turn) : softNo(turn);
            case DECISION -> "direct_close".equals(selling.lastClose) ? end(Outcome.NO_SALE, turn) : softNo(turn);
            case STEP -> noDay(turn);
            case DATE -> end(Outcome.UNDECIDED, turn);
        };
    }

    /** A no to one day may be a yes to another; a no to both is none to be argued with. */
    private SellerMove noDay(int turn) {
        boolean again = selling.taken.contains("other_day") || "seller_propose_day".equals(selling.lastStep);
        if (again) {
            return end(selling.seen("no") > 1 ? Outcome.NO_SALE : Outcome.UNDECIDED, turn);
        }
        selling.taken.add("other_day");
        return closing.askWhen("seller_other_day", turn);
    }

    private SellerMove softNo(int turn) {
        return ++selling.softNoes > pursuit().softNoes() ? end(Outcome.NO_SALE, turn) : askWhatHolds(turn);
    }

    private SellerMove askWhatHolds(int turn) {
        SellerMove move = followUp("seller_no_doubt", turn);
        selling.awaits = Awaits.DOUBT;
        selling.lastStep = move.because();
        return move;
    }

    private @Nullable SellerMove unsure(PersonHeard heard, int turn) {
        return switch (selling.awaits) {
            case OPINION, DECISION -> selling.seen("unsure") > 1 ? plan.next(heard, turn) : askWhatHolds(turn);
            case STEP, DATE ->
                "seller_propose_day".equals(selling.lastStep) ? end(Outcome.UNDECIDED, turn) : closing.proposeDay(turn);
            case DOUBT -> plan.next(heard, turn);
            case NOTHING -> heard.shows("refuses") ? askWhatHolds(turn) : led("seller_no_matter", heard, turn);
            case ANSWER, YES_OR_NO, CONFIRMATION -> led("seller_no_matter", heard, turn);
        };
    }

    private @Nullable SellerMove agreed(PersonHeard heard, int turn) {
        return switch (selling.awaits) {
            case DECISION, STEP -> closing.yes(heard, turn);
            case DATE -> closing.proposeDay(turn);
            case ANSWER -> nudged(heard, turn);
            case OPINION -> plan.afterYes(heard, turn);
            case CONFIRMATION ->
                heard.shows("corrects") ? led("seller_stands_corrected", heard, turn) : plan.next(heard, turn);
            case NOTHING, YES_OR_NO, DOUBT -> plan.next(heard, turn);
        };
    }

    private @Nullable SellerMove nodded(PersonHeard heard, int turn) {
        return switch (selling.awaits) {
            case DECISION -> closing.isConfirming() ? unsure(heard, turn) : closing.confirm("seller_confirm", turn);
            case STEP -> unsure(heard, turn);
            case DATE -> closing.proposeDay(turn);
            case ANSWER -> heard.shows("greets") ? plan.next(heard, turn) : nudged(heard, turn);
            case NOTHING, YES_OR_NO, CONFIRMATION, OPINION, DOUBT -> plan.next(heard, turn);
        };
    }

    private @Nullable SellerMove told(PersonHeard heard, int turn) {
        boolean brief = heard.words().count() <= CHOSEN && !heard.shows("negative");
        if (selling.awaits == Awaits.DECISION && closing.offersAChoice() && (brief || closing.isChoice(heard))) {
            return closing.confirm("seller_confirm", turn);
        }
        if (heard.when() != null) {
            return shared.index().pack().personSigns().isVague(heard.when())
                    ? closing.askWhen("seller_which_day", turn)
                    : closing.askWhether(heard.when(), turn);
        }
        if (selling.awaits == Awaits.CONFIRMATION && heard.shows("corrects")) {
            return led("seller_stands_corrected", heard, turn);
        }
        if (heard.words().count() > 2 && shared.mind().heardExactly.containsKey(Ear.exactly(heard.words()))) {
            selling.followUpsInARow++; // nobody asks deeper into what was only said again
            return led("seller_heard_that", heard, turn);
        }
        SellerMove known = informing.remark(heard);
        if (known != null) {
            return known;
        }
        boolean open = selling.awaits == Awaits.STEP || selling.awaits == Awaits.DATE;
        return open && !"seller_propose_day".equals(selling.lastStep)
                ? closing.proposeDay(turn)
                : plan.next(heard, turn);
    }

    /** Yes to a question that wants a story: once or twice the seller asks for a little more. */
    private @Nullable SellerMove nudged(PersonHeard heard, int turn) {
        if (!selling.isExploring() || selling.nudges >= NUDGES || selling.lastStep.startsWith("greeting/")) {
            return plan.next(heard, turn);
        }
        selling.nudges++;
        return followUp("seller_go_on", turn);
    }

    /** Said as long as there is something new to say; after that the seller goes on. */
    private @Nullable SellerMove once(String situation, PersonHeard heard, int turn) {
        String text = shared.tongue().maybe(situation, Map.of());
        return text == null ? plan.step(heard, turn) : new SellerMove(text, null, null, situation);
    }

    private @Nullable SellerMove led(String situation, PersonHeard heard, int turn) {
        SellerMove next = plan.step(heard, turn);
        return next == null ? null : next.after(shared.tongue().maybe(situation, Map.of()));
    }

    private SellerMove followUp(String situation, int turn) {
        String text = shared.tongue().say(situation, Map.of(), turn);
        return new SellerMove(text, "follow_up", null, situation);
    }

    private SellerMove exploring(SellerMove move) {
        selling.awaits = Awaits.ANSWER;
        selling.lastStep = "discovery/" + move.because();
        return move.in(Phase.DISCOVERY);
    }

    private Levels.Pursuit pursuit() {
        return shared.levels().pursuit(shared.mind().level);
    }

    private SellerMove end(Outcome outcome, int turn) {
        return closing.end(outcome, null, turn);
    }
}
