package org.sellmeapen.voice;

/** The person takes the word from a relayed voice: what of it was heard stays in the record, the rest was never said. */
final class RelayCut implements BargeIn.Decisions {

    /** A page that was told to stop says where it stopped; after this long the server goes by its own reckoning. */
    private static final int TELL_WITHIN_MS = 300;

    private final Desk desk;
    private final RelayMouth mouth;
    private final OwnAnswers own;
    private final RelayMemory memory;
    private final BargeIn bargeIn;

    private int playingTurn = -1;
    private long playingSince;

    RelayCut(Desk desk, RelayMouth mouth, OwnAnswers own, RelayMemory memory) {
        this.desk = desk;
        this.mouth = mouth;
        this.own = own;
        this.memory = memory;
        bargeIn = new BargeIn(desk.loop(), this);
    }

    void reset() {
        bargeIn.reset();
    }

    /** A page decides by itself, and sooner. */
    void speechStarted(long agoMs) {
        if (mouth.isSpeaking() && desk.call().brief().activity().equals("server")) {
            bargeIn.speechStarted(agoMs);
        }
    }

    void speechStopped() {
        bargeIn.speechStopped();
    }

    void playing(ClientMessage.Playing playing) {
        playingTurn = playing.turn();
        playingSince = playing.atMs() - playing.fromMs();
    }

    long playingSince() {
        return playingSince;
    }

    @Override
    public void duck() {
        desk.wire().send(new ServerMessage.Duck(mouth.currentTurn()));
    }

    @Override
    public void restore() {
        desk.wire().send(new ServerMessage.Restore(mouth.currentTurn()));
    }

    @Override
    public void stop() {
        int turn = mouth.currentTurn();
        if (turn >= 0) {
            desk.wire().send(new ServerMessage.Stop(turn));
            desk.loop().after(TELL_WITHIN_MS, () -> {
                if (mouth.currentTurn() == turn) {
                    now();
                }
            });
        }
    }

    void now() {
        int turn = mouth.currentTurn();
        if (turn >= 0) {
            desk.wire().send(new ServerMessage.Stop(turn));
            at(turn, turn == playingTurn ? Math.max(0, desk.clockMs() - playingSince) : mouth.soundedMs());
        }
    }

    void at(int turn, long playedMs) {
        RelayMouth.Reply reply = mouth.cut(turn, playedMs);
        if (reply != null) {
            bargeIn.reset();
            settle(reply, playedMs);
        }
    }

    void settle(RelayMouth.Reply reply, long toldMs) {
        long playedMs = reply.audible(toldMs);
        String heard = reply.heardBy(playedMs);
        Mind.Span span = desk.tape().span(reply.turn, playedMs, desk.clockMs());
        memory.add(false, heard);
        if (reply.ordered != null && !reply.strayed()) {
            desk.scribe().cut(reply.turn, heard, playedMs, span);
        } else {
            own.settle(reply, turn -> desk.scribe().worded(turn, heard, new Scribe.CutShort(playedMs, span)));
        }
    }
}
