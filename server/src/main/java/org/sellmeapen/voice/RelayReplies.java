package org.sellmeapen.voice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of the vendor's replies: each is asked for, watched, and stands in the record as it was spoken. */
final class RelayReplies implements RelayMouth.Told {

    private static final Logger log = LoggerFactory.getLogger(RelayReplies.class);

    private static final int ASKS = 2;
    private static final int UNTOLD_MS = 2_000;

    private final Desk desk;
    private final RelayLeg leg;
    private final RelayMemory memory;
    private final OwnAnswers own;
    private final StageWatch watch;
    private final Runnable mute;
    private final RelayMouth mouth;

    /** @param mute told when this leg does not speak, however often it is asked */
    RelayReplies(Desk desk, RelayLeg leg, RelayMemory memory, OwnAnswers own, StageWatch watch, Runnable mute) {
        this.desk = desk;
        this.leg = leg;
        this.memory = memory;
        this.own = own;
        this.watch = watch;
        this.mute = mute;
        this.mouth = new RelayMouth(desk, this);
    }

    RelayMouth mouth() {
        return mouth;
    }

    @Override
    public void ask(int turn, String text) {
        leg.ask(turn, memory.order(text));
    }

    @Override
    public void stop(long heardMs) {
        leg.stop(heardMs);
    }

    @Override
    public void begins(int turn) {
        leg.works();
        watch.sent(turn);
    }

    /** Who does not tell that it was heard will have heard it by then. */
    @Override
    public void said(int turn, long leftMs) {
        desk.loop().after(leftMs + UNTOLD_MS, () -> heardAll(turn));
    }

    void heardAll(int turn) {
        mouth.heardAll(turn);
        if (mouth.isSilent()) {
            desk.silent();
        }
    }

    @Override
    public void worded(RelayMouth.Reply reply) {
        String words = reply.words.toString().strip();
        memory.add(false, words.isEmpty() && reply.ordered != null ? reply.ordered : words);
        if (reply.ordered == null) {
            own.settle(reply, turn -> desk.scribe().worded(turn, words, null));
        } else if (reply.strayed()) {
            log.info("call={} turn={} was not spoken as ordered", desk.call().id(), reply.turn);
            desk.scribe().worded(reply.turn, words, null);
        }
    }

    @Override
    public void failed(RelayMouth.Reply reply) {
        if (reply.ordered == null) {
            own.settle(reply, turn -> desk.scribe().cut(turn, "", 0, desk.tape().span(turn, 0, desk.clockMs())));
            return;
        }
        mouth.again(reply);
        if (reply.asks() > ASKS) {
            mute.run(); // the words are on the screen; who speaks them is another leg, or another mouth
        }
    }
}
