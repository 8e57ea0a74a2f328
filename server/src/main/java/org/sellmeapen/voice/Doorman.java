package org.sellmeapen.voice;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.signin.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who shows a ticket that was issued to the page they come from, once; nobody else learns anything. */
final class Doorman extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger log = LoggerFactory.getLogger(Doorman.class);

    static final String PATH = "/voice";

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final WebSocketDecoderConfig FRAMES = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(Line.LARGEST_TEXT)
            .allowExtensions(false) // no compression, so no bomb
            .expectMaskedFrames(true)
            .closeOnProtocolViolation(true)
            .withUTF8Validator(true)
            .build();

    private final VoiceTickets tickets;
    private final AllowedOrigins origins;
    private final Strangers strangers;
    private final Proxies proxies;
    private final Executor beside;
    private final TurnedAway turnedAway;
    private final Switchboard switchboard;

    Doorman(
            VoiceTickets tickets,
            AllowedOrigins origins,
            Strangers strangers,
            Proxies proxies,
            Executor beside,
            TurnedAway turnedAway,
            Switchboard switchboard) {
        this.tickets = tickets;
        this.origins = origins;
        this.strangers = strangers;
        this.proxies = proxies;
        this.beside = beside;
        this.turnedAway = turnedAway;
        this.switchboard = switchboard;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Channel channel = context.channel();
        if (!request.decoderResult().isSuccess()) {
            refuse(channel, HttpResponseStatus.BAD_REQUEST, "no request of this protocol");
            return;
        }
        String path = request.uri().split("\\?", 2)[0];
        if (!path.equals(PATH)) {
            refuse(channel, HttpResponseStatus.NOT_FOUND, "no such path");
            return;
        }
        if (!request.method().equals(HttpMethod.GET)
                || !request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            refuse(channel, HttpResponseStatus.UPGRADE_REQUIRED, "no handshake of a socket");
            return;
        }
        String address =
                proxies.client(channel.remoteAddress(), request.headers().getAll(FORWARDED_FOR));
        String offered = ticketIn(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
        if (offered == null) {
            refuse(channel, unknown(address), "no ticket");
            return;
        }
        channel.config().setAutoRead(false);
        request.retain();
        beside.execute(() -> redeem(channel, request, address, offered));
    }

    /** On a virtual thread: the database is asked. */
    private void redeem(Channel channel, FullHttpRequest request, String address, String offered) {
        try {
            String secret =
                    offered.startsWith(Voice.SUBPROTOCOL) ? offered.substring(Voice.SUBPROTOCOL.length()) : offered;
            byte[] hash = Secrets.hash(secret);
            Optional<VoiceTickets.Redeemed> redeemed =
                    strangers.lookUp(address, () -> channel.isActive() ? tickets.redeem(hash) : Optional.empty());
            if (redeemed.isEmpty()) {
                HttpResponseStatus status = unknown(address);
                channel.eventLoop()
                        .execute(() -> turnAway(channel, request, status, "ticket unknown, spent or too old"));
                return;
            }
            Call call = redeemed.get().call();
            if (!call.byToken() && !mayComeFrom(request, redeemed.get().origin())) {
                strangers.refused(address);
                String why = "from another page, call=" + call.id();
                channel.eventLoop().execute(() -> turnAway(channel, request, HttpResponseStatus.FORBIDDEN, why));
                return;
            }
            Switchboard.Seat seat = switchboard.seat(call);
            channel.eventLoop().execute(() -> letIn(channel, request, offered, seat));
        } catch (RuntimeException trouble) {
            log.warn("a ticket could not be looked up", trouble);
            channel.eventLoop()
                    .execute(() -> turnAway(
                            channel, request, HttpResponseStatus.SERVICE_UNAVAILABLE, "ticket could not be looked up"));
        }
    }

    /** No good ticket, and who comes with none too often is told to wait. */
    private HttpResponseStatus unknown(String address) {
        boolean often = !strangers.mayKnock(address);
        strangers.refused(address);
        return often ? HttpResponseStatus.TOO_MANY_REQUESTS : HttpResponseStatus.UNAUTHORIZED;
    }

    private void letIn(Channel channel, FullHttpRequest request, String offered, Switchboard.Seat seat) {
        if (!channel.isActive()) {
            seat.leave();
            request.release();
            return;
        }
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://" + request.headers().get(HttpHeaderNames.HOST, "localhost") + PATH, offered, FRAMES)
                .newHandshaker(request);
        if (handshaker == null) {
            seat.leave();
            turnAway(channel, request, HttpResponseStatus.UPGRADE_REQUIRED, "no version of ours");
            return;
        }
        handshaker.handshake(channel, request).addListener(shaken -> {
            request.release();
            if (!shaken.isSuccess()) {
                seat.leave();
                channel.close();
                return;
            }
            seat.take(channel);
            channel.pipeline().remove(Doorman.this);
            channel.pipeline().remove(Doorstep.class);
            channel.config().setAutoRead(true);
        });
    }

    private boolean mayComeFrom(FullHttpRequest request, @Nullable String issuedTo) {
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (origin == null) {
            return false; // a browser always says it
        }
        return origin.equals(issuedTo) || origins.allows(origin) || isThisListener(origin, request);
    }

    /** No page is served here, so whoever says this is no page of another site. */
    private static boolean isThisListener(String origin, FullHttpRequest request) {
        String host = request.headers().get(HttpHeaderNames.HOST, "");
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    /** The first of the offered protocols that can be a ticket. */
    static @Nullable String ticketIn(@Nullable String protocols) {
        if (protocols == null || protocols.length() > 1_000) {
            return null;
        }
        for (String part : protocols.split(",")) {
            String offered = part.strip();
            if (offered.matches("(sellmeapen\\.voice\\.1\\.)?[A-Za-z0-9_-]{43}")) {
                return offered;
            }
        }
        return null;
    }

    private void turnAway(Channel channel, FullHttpRequest request, HttpResponseStatus status, String why) {
        request.release();
        refuse(channel, status, why);
    }

    private void refuse(Channel channel, HttpResponseStatus status, String why) {
        turnedAway.because(status.code(), why);
        DefaultFullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        answer.headers().set("X-Content-Type-Options", "nosniff");
        answer.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        channel.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("a handshake broke off: {}", cause.toString());
        context.close();
    }
}
