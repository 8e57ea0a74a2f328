package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.conversation.MindView;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.PersonHeard.Does;
import org.sellmeapen.scenarios.Pitch;
import org.sellmeapen.scenarios.Script;

/**
 * The built-in seller, opposite a person in the buyer's chair. It walks through the phases, suits what it says to what
 * it hears, labels each turn with its technique, and takes a no for a no. The state shown is what it reads in the person.
 */
final class SellerMind implements Counterpart {

    private static final int ODD_AT_MOST = 3;

    private final SellerEar ear;
    private final Buyer shared;
    private final Selling selling;
    private final Map<String, Technique> techniques;
    private final SalesPlan plan;

    SellerMind(SellerEar ear, Buyer shared, Pitch pitch, Selling selling, Map<String, Technique> techniques) {
        this.ear = ear;
        this.shared = shared;
        this.selling = selling;
        this.techniques = techniques;
        this.plan = new SalesPlan(shared, pitch, selling);
    }

    @Override
    public List<MarkedTurn> open() {
        Mind mind = shared.mind();
        if (shared.script().opening().begins() == Script.Begins.BUYER || mind.next > 0) {
            return List.of();
        }
        SalesPlan.Move move = plan.greet(0);
        return List.of(rep(move.text(), move));
    }

    @Override
    public List<MarkedTurn> hear(String said) {
        Mind mind = shared.mind();
        if (mind.ending != null) {
            throw new IllegalStateException("the conversation has ended");
        }
        PersonHeard heard = ear.hear(said, shared.index(), mind, selling.awaits);
        int turn = mind.next;
        mind.heardTurns++;
        List<MindMove> moved = feel(heard, turn);
        heard.fits().stream().filter(step -> !selling.fits.contains(step)).forEach(selling.fits::add);
        SalesPlan.Move move = answer(heard, said, turn, moved);
        mind.heard.add(heard.words().content(shared.index().pack().stop()));
        List<MarkedTurn> turns = new ArrayList<>();
        turns.add(marked(Speaker.BUYER, said, heard.acts(), moved, null));
        mind.phase = move.phase() == null ? mind.phase : move.phase();
        turns.add(rep(move.text(), move));
        return turns;
    }

    private List<MindMove> feel(PersonHeard heard, int turn) {
        Signal.Kind kind = switch (heard.does()) {
            case STAYS_SILENT, MAKES_NO_SENSE, GIVES_ORDERS -> Signal.Kind.PERSON_SILENT;
            case IS_RUDE -> Signal.Kind.PERSON_RUDE;
            case REFUSES, SAYS_HALF_A_NO, LEAVES -> Signal.Kind.PERSON_REFUSES;
            case OBJECTS -> Signal.Kind.PERSON_OBJECTS;
            case STALLS -> Signal.Kind.PERSON_STALLS;
            case ASKS -> Signal.Kind.PERSON_ASKS;
            case WARMS -> Signal.Kind.PERSON_WARMS;
            case AGREES -> Signal.Kind.PERSON_AGREES;
            case TELLS -> Signal.Kind.PERSON_TELLS;
        };
        return new ArrayList<>(shared.rules()
                .apply(
                        List.of(new Signal(kind)),
                        shared.mind(),
                        shared.script().persona().temperament(),
                        shared.knobs(),
                        turn));
    }

    private SalesPlan.Move answer(PersonHeard heard, String said, int turn, List<MindMove> moved) {
        boolean odd = heard.does() == Does.STAYS_SILENT
                || heard.does() == Does.MAKES_NO_SENSE
                || heard.does() == Does.GIVES_ORDERS
                || heard.does() == Does.IS_RUDE;
        selling.odd = odd ? selling.odd + 1 : 0;
        if (selling.odd > ODD_AT_MOST) {
            return end(Outcome.UNDECIDED, said, turn, moved, null);
        }
        return switch (heard.does()) {
            case STAYS_SILENT -> plan.small("seller_silence", turn);
            case MAKES_NO_SENSE -> plan.small("seller_nonsense", turn);
            case GIVES_ORDERS -> plan.small("seller_command", turn);
            case IS_RUDE -> plan.small("seller_rude", turn);
            case REFUSES -> end(Outcome.NO_SALE, said, turn, moved, null);
            case LEAVES -> end(Outcome.UNDECIDED, said, turn, moved, null);
            case SAYS_HALF_A_NO -> halfANo(said, turn, moved);
            case OBJECTS -> orLeave(plan.answer(Objects.requireNonNull(heard.objection()), turn), said, turn, moved);
            case STALLS -> stalled(heard, said, turn, moved);
            case ASKS -> orLeave(plan.inform(heard, turn), said, turn, moved);
            case AGREES -> agreed(heard, said, turn, moved);
            case WARMS, TELLS -> orLeave(plan.next(heard, turn), said, turn, moved);
        };
    }

    private SalesPlan.Move halfANo(String said, int turn, List<MindMove> moved) {
        selling.softNoes++;
        if (selling.softNoes > shared.levels().pursuit(shared.mind().level).softNoes()) {
            return end(Outcome.NO_SALE, said, turn, moved, null);
        }
        return plan.askWhatHolds(turn);
    }

    private SalesPlan.Move stalled(PersonHeard heard, String said, int turn, List<MindMove> moved) {
        if (selling.questions == 0) {
            return orLeave(plan.next(heard, turn), said, turn, moved); // nothing was offered yet that could be put off
        }
        if (heard.when() != null) {
            return end(Outcome.NEXT_STEP, said, turn, moved, heard.when());
        }
        selling.softNoes++;
        if (selling.softNoes > shared.levels().pursuit(shared.mind().level).softNoes() + 1) {
            return end(Outcome.UNDECIDED, said, turn, moved, null);
        }
        return plan.askWhatHolds(turn);
    }

    private SalesPlan.Move agreed(PersonHeard heard, String said, int turn, List<MindMove> moved) {
        boolean step = "trial_offer_close".equals(selling.lastClose) || "next_step_close".equals(selling.lastClose);
        return switch (selling.awaits) {
            case DECISION -> {
                if (!step) {
                    yield end(Outcome.SALE, said, turn, moved, heard.when());
                }
                String when = heard.when() == null ? plan.proposedDate() : heard.when();
                if (when == null) {
                    selling.awaits = Selling.Awaits.DATE;
                    yield plan.small("seller_when", turn);
                }
                yield end(Outcome.NEXT_STEP, said, turn, moved, when);
            }
            case DATE ->
                heard.when() == null
                        ? end(Outcome.UNDECIDED, said, turn, moved, null)
                        : end(Outcome.NEXT_STEP, said, turn, moved, heard.when());
            default -> orLeave(plan.next(heard, turn), said, turn, moved);
        };
    }

    /** Everything was said and asked, and nothing decided: a good seller leaves. */
    private SalesPlan.Move orLeave(SalesPlan.@Nullable Move move, String said, int turn, List<MindMove> moved) {
        return move == null ? end(Outcome.UNDECIDED, said, turn, moved, null) : move;
    }

    /** The deciding sentence is the person's; the seller only takes leave. */
    private SalesPlan.Move end(Outcome outcome, String said, int turn, List<MindMove> moved, @Nullable String when) {
        shared.mind().ending = new Ending(outcome, turn, said.strip());
        moved.add(new MindMove(turn, "decided:" + outcome.code(), 0, "decided"));
        return plan.farewell(outcome, when, turn);
    }

    private MarkedTurn rep(String text, SalesPlan.Move move) {
        Technique technique = move.technique() == null ? null : techniques.get(move.technique());
        Act act = technique == null ? Act.FILLER_OTHER : technique.act();
        return marked(
                Speaker.REP,
                text,
                List.of(new ActReading(act, 1, List.of(move.because()))),
                List.of(),
                move.technique());
    }

    private MarkedTurn marked(
            Speaker speaker, String text, List<ActReading> acts, List<MindMove> moved, @Nullable String technique) {
        Mind mind = shared.mind();
        Turn turn = new Turn(mind.next++, speaker, text);
        if (speaker == Speaker.REP) {
            mind.lastWords = text;
        }
        return new MarkedTurn(
                turn,
                mind.phase,
                acts,
                new MindView(
                        mind.interest, mind.trust, mind.patience, shared.rules().mood(mind)),
                moved,
                technique);
    }

    @Override
    public Optional<Ending> ending() {
        return Optional.ofNullable(shared.mind().ending);
    }

    @Override
    public String hint() {
        Script.PhaseNote note = shared.script().phases().get(shared.mind().phase);
        List<String> hints = note == null ? List.of() : note.hints();
        return hints.isEmpty() ? shared.script().tips().getFirst() : hints.get(shared.mind().heardTurns % hints.size());
    }

    @Override
    public String memento() {
        return shared.mind().written();
    }
}
