package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.conversation.MindView;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.scenarios.Pitch;
import org.sellmeapen.scenarios.Script;

/**
 * The built-in seller, opposite a person in the buyer's chair. It walks through the phases, suits what it says to what
 * it hears, labels each turn with its technique, and takes a no for a no. The state shown is what it reads in the person.
 */
final class SellerMind implements Actor {

    private final SellerEar ear;
    private final Buyer shared;
    private final Selling selling;
    private final Map<String, Technique> techniques;
    private final Conduct conduct;
    private List<Direction.Point> points = List.of();

    SellerMind(
            SellerEar ear,
            Buyer shared,
            Pitch pitch,
            Selling selling,
            SellingRules rules,
            Map<String, Technique> techniques) {
        this.ear = ear;
        this.shared = shared;
        this.selling = selling;
        this.techniques = techniques;
        this.conduct = new Conduct(shared, pitch, selling, rules);
    }

    @Override
    public List<MarkedTurn> open() {
        Mind mind = shared.mind();
        if (shared.script().opening().begins() == Script.Begins.BUYER || mind.next > 0) {
            return List.of();
        }
        return List.of(rep(conduct.greet()));
    }

    @Override
    public List<MarkedTurn> hear(String said) {
        return hear(said, said);
    }

    /** The seller reads a turn in its own way, so that acts are of no use to it. */
    @Override
    public List<MarkedTurn> hear(String said, Understood understood) {
        return hear(said, understood.means());
    }

    private List<MarkedTurn> hear(String said, String means) {
        Mind mind = shared.mind();
        if (mind.ending != null) {
            throw new IllegalStateException("the conversation has ended");
        }
        PersonHeard heard = ear.hear(means, shared.index(), mind, selling);
        int turn = mind.next;
        mind.heardTurns++;
        List<MindMove> moved = new ArrayList<>(shared.rules()
                .apply(
                        List.of(new Signal(heard.does().read())),
                        mind,
                        shared.script().persona().temperament(),
                        shared.knobs(),
                        turn));
        notice(heard);
        SellerMove move = conduct.answer(heard, turn);
        if (move.ends() != null) {
            mind.ending = new Ending(move.ends(), turn, said.strip());
            moved.add(new MindMove(turn, "decided:" + move.ends().code(), 0, "decided"));
        }
        mind.remember(Ear.exactly(heard.words()), Set.of());
        List<MarkedTurn> turns = new ArrayList<>();
        turns.add(marked(Speaker.BUYER, said, heard.acts(), moved, null));
        turns.add(rep(move));
        return turns;
    }

    /** What is remembered of a turn, to suit the asking to it. */
    private void notice(PersonHeard heard) {
        heard.fits().forEach((step, words) -> {
            if (selling.quotes.putIfAbsent(step, words) == null) {
                selling.fits.add(step);
            }
        });
        boolean readiness = selling.awaits == Selling.Awaits.OPINION;
        boolean aside = selling.isExploring();
        if (heard.shows("asks_to_buy") && heard.asks()) {
            saw("signals");
        }
        if (heard.shows("declines_trial")) {
            saw("no_trial");
        }
        switch (heard.does()) {
            case TELLS -> saw("told");
            case ASKS -> saw("asked");
            case WARMS -> saw("signals");
            case AGREES -> {
                saw("agreed");
                if (readiness) {
                    saw("signals");
                    saw("ready");
                }
                if (selling.awaits == Selling.Awaits.CONFIRMATION) {
                    saw("confirmed");
                }
            }
            case OBJECTS -> {
                saw("objected");
                if (heard.objection() != null) {
                    saw(heard.objection().code());
                }
            }
            case WITHHOLDS -> // what they keep to themselves is not asked in other words
                shared.index()
                        .find(ScriptIndex.About.STEP, heard.words())
                        .keySet()
                        .forEach(kept -> selling.taken.add(kept.id()));
            case SETS_CONDITION -> {
                saw("conditions");
                saw("signals");
            }
            case REQUESTS -> saw("requests");
            case IS_UNSURE -> saw("unsure");
            case PUTS_OFF -> saw("put_off");
            case DECLINES_NOW -> saw("not_today");
            case SAYS_NO -> {
                if (!aside && !heard.shows("nothing")) {
                    saw("no");
                }
            }
            default -> {}
        }
    }

    private void saw(String what) {
        selling.seen.merge(what, 1, Integer::sum);
    }

    /** A phase that was left is not gone back to: what belongs to an earlier one is done in passing. */
    private MarkedTurn rep(SellerMove move) {
        Mind mind = shared.mind();
        if (move.phase() != null && move.phase().compareTo(mind.phase) > 0) {
            mind.phase = move.phase();
        }
        Technique technique = move.technique() == null ? null : techniques.get(move.technique());
        Act act = technique == null ? Act.FILLER_OTHER : technique.act();
        points = List.of(new Direction.Point(move.text(), act, move.because()));
        return marked(
                Speaker.REP,
                move.text(),
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
    public Cue cue() {
        return new Directing(shared).cue(points);
    }

    @Override
    public Offer offer() {
        return new Directing(shared).offer(_ -> false);
    }

    @Override
    public void worded(String words) {
        shared.mind().answered(words);
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
