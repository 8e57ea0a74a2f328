package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A relay, and who takes the call over when its vendor is lost for good: another relay, in the end our own ear and mouth. */
final class StandIn implements Middle {

    private final Desk desk;
    private final Supplier<Middle> behind;
    private Middle now;

    StandIn(Desk desk, Function<java.util.function.Consumer<Relay>, Relay> relay, Supplier<Middle> behind) {
        this.desk = desk;
        this.behind = behind;
        this.now = relay.apply(this::takeOver);
    }

    private void takeOver(Relay lost) {
        lost.close();
        List<Mind.SaidTurn> unspoken = lost.unspoken().stream()
                .filter(reply -> reply.ordered != null)
                .map(reply -> new Mind.SaidTurn(
                        reply.turn,
                        desk.call().brief().counterpart(),
                        reply.ordered == null ? "" : reply.ordered,
                        "",
                        Instant.EPOCH,
                        null,
                        null,
                        null))
                .toList();
        Middle next = behind.get();
        ServerMessage.Ready ready =
                next.ready(desk.call().ready(desk.clockMs(), desk.tape().records()));
        now = next;
        next.begin();
        boolean known = desk.isReady();
        if (ready != null) {
            desk.ready(ready);
        }
        if (known || ready != null) { // else the next vendor says itself that it hears and speaks
            boolean hears = ready == null || ready.ear().kind() != ClientMessage.EarChoice.NONE;
            desk.wire()
                    .send(new ServerMessage.SteppedDown(
                            hears ? ServerMessage.Down.NEXT_PROVIDER : ServerMessage.Down.TEXT, lost.whyGivenUp()));
        }
        next.speak(unspoken, false);
    }

    @Override
    public ServerMessage.@Nullable Ready ready(ServerMessage.Ready drawn) {
        return now.ready(drawn);
    }

    @Override
    public void begin() {
        now.begin();
    }

    @Override
    public void audio(ByteBuf pcm) {
        now.audio(pcm);
    }

    @Override
    public void heard(ClientMessage message) {
        now.heard(message);
    }

    @Override
    public void speak(List<Mind.SaidTurn> turns, boolean interrupts) {
        now.speak(turns, interrupts);
    }

    @Override
    public void answeredItself(List<Mind.SaidTurn> instead) {
        now.answeredItself(instead);
    }

    @Override
    public boolean isSilent() {
        return now.isSilent();
    }

    @Override
    public void refused() {
        now.refused();
    }

    @Override
    public void close() {
        now.close();
    }
}
