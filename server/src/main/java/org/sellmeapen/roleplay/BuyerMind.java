package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.MindView;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.roleplay.Heard.Ask;
import org.sellmeapen.roleplay.Heard.Question;
import org.sellmeapen.scenarios.BuyerQuestion;
import org.sellmeapen.scenarios.Script;

/** The built-in buyer: hears a turn, is moved by it, and answers. */
final class BuyerMind implements Actor {

    private static final int LONG_FAREWELL = 25;

    private final Ear ear;
    private final Buyer buyer;
    private final Positioning positioning;
    private final Objecting objecting;
    private final Answering answering;
    private final Deciding deciding;
    private List<Direction.Point> points = List.of();

    BuyerMind(Ear ear, Buyer buyer) {
        this.ear = ear;
        this.buyer = buyer;
        this.positioning = new Positioning(buyer);
        this.objecting = new Objecting(buyer);
        this.answering = new Answering(buyer);
        this.deciding = new Deciding(buyer, objecting);
    }

    @Override
    public List<MarkedTurn> open() {
        Mind mind = buyer.mind();
        Script.Opening opening = buyer.script().opening();
        if (opening.begins() == Script.Begins.REP || mind.next > 0) {
            return List.of();
        }
        String line = buyer.tongue().own(opening.lines(), "greet", Map.of(), 0);
        MarkedTurn first =
                turn(Speaker.BUYER, line, List.of(new ActReading(Act.OTHER, 1, List.of("opening"))), List.of());
        points = List.of(new Direction.Point(line, Act.OTHER, "opening"));
        return List.of(first);
    }

    @Override
    public List<MarkedTurn> hear(String said) {
        return hear(said, new Understood(said, List.of()));
    }

    @Override
    public List<MarkedTurn> hear(String said, Understood understood) {
        Mind mind = buyer.mind();
        if (mind.ending != null) {
            throw new IllegalStateException("the conversation has ended");
        }
        Heard heard = ear.hear(understood.means(), understood.acts(), buyer.index(), mind);
        Moment moment = new Moment(heard, mind.next);
        mind.heardTurns++;
        mind.phase = phase(heard);
        slipped(understood, moment);
        Set<String> before = Set.copyOf(mind.facts);
        think(moment);
        mind.remember(
                Ear.exactly(heard.words()),
                mind.facts.stream().filter(fact -> !before.contains(fact)).collect(Collectors.toSet()));
        mind.heard.add(heard.words().content(buyer.index().pack().stop()));
        List<MarkedTurn> turns = new ArrayList<>();
        turns.add(turn(Speaker.REP, said, heard.acts(), moment.moved));
        turns.add(turn(Speaker.BUYER, moment.text(), moment.acts(), List.of()));
        points = moment.points();
        return turns;
    }

    /** What came out without having been earned is out: it is not told again, and counts as told. */
    private void slipped(Understood understood, Moment moment) {
        Mind mind = buyer.mind();
        understood.slipped().stream()
                .filter(fact -> mind.handed.contains(fact) && !mind.facts.contains(fact))
                .sorted()
                .forEach(fact -> answering.slipped(moment, buyer.index().fact(fact)));
        mind.handed.clear();
        mind.handed.addAll(understood.handed());
    }

    private void think(Moment moment) {
        Mind mind = buyer.mind();
        if (mind.heardTurns >= buyer.knobs().get("wears_from")) {
            buyer.signal(moment, Signal.Kind.TIME_WEARS);
        }
        if (!new Manners(buyer).mind(moment)) {
            listen(moment);
        }
        if (mind.ending == null && deciding.hasHadEnough()) {
            deciding.leave(moment);
        }
        if (moment.silent()) {
            moment.say(buyer.small(moment, "filler"), Act.OTHER, "nothing to say");
        }
    }

    private void listen(Moment moment) {
        Mind mind = buyer.mind();
        Heard heard = moment.heard;
        if (takesLeave(heard)) {
            deciding.goodbye(moment, "you_leave");
            return;
        }
        Courtesies courtesies = new Courtesies(buyer);
        courtesies.weigh(moment);
        ownQuestion(moment);
        objecting.weigh(moment);
        positioning.weigh(moment);
        answering.weigh(moment);
        deciding.weigh(moment);
        if (mind.ending != null || deciding.hasHadEnough()) {
            return;
        }
        if (moment.said() < 2) {
            objecting.raise(moment);
        }
        if (!moment.objected && moment.said() < 2 && heard.states()) {
            ask(moment);
        }
        if (moment.silent() && heard.states() && !moment.opens) {
            positioning.shrug(moment);
        }
        if (moment.silent()) {
            courtesies.reply(moment);
        }
        if (moment.said() < 2 && !moment.objected) {
            signal(moment);
        }
    }

    /** A question the buyer asked is answered, or talked past. */
    private void ownQuestion(Moment moment) {
        Mind mind = buyer.mind();
        String asked = mind.asked;
        Heard heard = moment.heard;
        if (heard.states()) {
            mind.askedBefore.addAll(heard.answers());
        }
        if (asked == null) {
            return;
        }
        if (heard.answers().contains(asked)) {
            buyer.signal(moment, Signal.Kind.ANSWERS_QUESTION, asked);
            if (!heard.states() && heard.question() == Question.NONE) {
                moment.say(buyer.small(moment, "answered_ok"), Act.AGREEMENT, "answered:" + asked);
            }
            mind.asked = null;
        } else {
            if (heard.question() == Question.NONE && heard.ask() == Ask.NONE) {
                buyer.signal(moment, Signal.Kind.DODGES_QUESTION, asked);
                moment.say(buyer.small(moment, "dodged"), Act.QUESTION, "unanswered:" + asked);
            }
            mind.asked = null;
        }
    }

    private void ask(Moment moment) {
        Mind mind = buyer.mind();
        int curious = mind.interest + buyer.script().persona().temperament().talkativeness() / 2;
        if (!buyer.chance(moment, "ask", curious / 150.0)) {
            return;
        }
        for (BuyerQuestion question : buyer.script().asks()) {
            boolean fits = question.after().stream().anyMatch(moment.heard::does)
                    && !moment.heard.answers().contains(question.id());
            if (fits && mind.askedBefore.add(question.id())) {
                String line = buyer.tongue().fresh(question.lines(), Map.of());
                if (line != null) {
                    mind.asked = question.id();
                    boolean price = question.answeredBy().stream().anyMatch(word -> word.startsWith("price"));
                    moment.say(line, price ? Act.PRICING_QUESTION : Act.QUESTION, "asks:" + question.id());
                }
                return;
            }
        }
    }

    /** Now and then one shows how one feels. */
    private void signal(Moment moment) {
        Mind mind = buyer.mind();
        boolean keen = mind.interest >= 60 && mind.trust >= 42 && moment.pleased && moment.heard.states();
        boolean weary = (mind.patience < 34 || mind.interest < 14) && moment.displeased;
        List<String> lines =
                keen ? buyer.script().buySignals() : weary ? buyer.script().rejectSignals() : List.of();
        if (!lines.isEmpty() && buyer.chance(moment, "signal", 0.45)) {
            String line = buyer.tongue().fresh(lines, Map.of());
            if (line != null) {
                moment.say(line, keen ? Act.BUYING_SIGNAL : Act.STALL, keen ? "keen" : "weary");
            }
        }
    }

    private boolean takesLeave(Heard heard) {
        return buyer.mind().heardTurns >= 3
                && (heard.says("farewell") || heard.says("gives_up"))
                && heard.question() == Question.NONE
                && heard.ask() == Ask.NONE
                && !heard.states()
                && heard.words().count() <= LONG_FAREWELL;
    }

    private Phase phase(Heard heard) {
        Phase now = buyer.mind().phase;
        if (heard.ask() == Ask.ORDER || heard.ask() == Ask.STEP) {
            return Phase.CLOSING;
        }
        if (now == Phase.CLOSING) {
            return now;
        }
        if (heard.ask() == Ask.OPINION && now == Phase.POSITIONING) {
            return Phase.CLOSING;
        }
        boolean asks = heard.question() == Question.OPEN || heard.question() == Question.FOLLOW_UP;
        if (heard.states() && !(asks && now.compareTo(Phase.DISCOVERY) <= 0)) {
            return Phase.POSITIONING;
        }
        if (asks && buyer.mind().standing().isEmpty()) {
            return Phase.DISCOVERY;
        }
        boolean business = heard.question() == Question.CLOSED && !heard.says("rapport") && !heard.says("greets");
        return business && now == Phase.GREETING ? Phase.DISCOVERY : now;
    }

    private MarkedTurn turn(
            Speaker speaker, String text, List<ActReading> acts, List<org.sellmeapen.conversation.MindMove> moved) {
        Mind mind = buyer.mind();
        Turn turn = new Turn(mind.next++, speaker, text);
        if (speaker == Speaker.BUYER) {
            mind.lastWords = text;
        }
        return new MarkedTurn(turn, mind.phase, acts, view(), moved, null);
    }

    private MindView view() {
        Mind mind = buyer.mind();
        return new MindView(
                mind.interest, mind.trust, mind.patience, buyer.rules().mood(mind));
    }

    @Override
    public Optional<Ending> ending() {
        return Optional.ofNullable(buyer.mind().ending);
    }

    @Override
    public Cue cue() {
        return new Directing(buyer).cue(points);
    }

    @Override
    public Offer offer() {
        return new Directing(buyer).offer(answering::couldOpen);
    }

    @Override
    public void worded(String words) {
        buyer.mind().answered(words);
    }

    @Override
    public String hint() {
        return new Hints(buyer).next();
    }

    @Override
    public String memento() {
        return buyer.mind().written();
    }
}
