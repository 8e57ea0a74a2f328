package org.sellmeapen.voice;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where a connection stands until it is let in: not for long, and not with too many others of one address. */
final class Doorstep extends ChannelInboundHandlerAdapter {

    private final Strangers strangers;
    private final Proxies proxies;
    private final TurnedAway turnedAway;
    private final Duration letInWithin;
    private @Nullable String waitsFrom;
    private @Nullable ScheduledFuture<?> deadline;

    /** @param letInWithin from its acceptance to the end of its handshake, however little of a request it sends */
    Doorstep(Strangers strangers, Proxies proxies, TurnedAway turnedAway, Duration letInWithin) {
        this.strangers = strangers;
        this.proxies = proxies;
        this.turnedAway = turnedAway;
        this.letInWithin = letInWithin;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        SocketAddress peer = context.channel().remoteAddress();
        if (!proxies.trusts(peer)) { // whoever comes through a proxy is of no known address yet
            String address = proxies.client(peer, List.of());
            if (!strangers.comes(address)) {
                turnedAway.because(429, "too many of that address wait");
                context.close();
                return;
            }
            waitsFrom = address;
        }
        deadline = context.channel()
                .eventLoop()
                .schedule(() -> waitedTooLong(context), letInWithin.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void waitedTooLong(ChannelHandlerContext context) {
        turnedAway.because(408, "no handshake in time");
        context.close();
    }

    /** It was let in, or is gone. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (waitsFrom != null) {
            strangers.goes(waitsFrom);
            waitsFrom = null;
        }
    }
}
