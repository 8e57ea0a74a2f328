package org.sellmeapen.voice;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.connections.Departure;
import org.sellmeapen.connections.Exit;
import org.sellmeapen.connections.NotAllowedOut;

/** A WebSocket to a vendor, on the very thread that the caller's socket lives on: a frame changes hands without a hand-over. */
final class VendorSocket extends ChannelInboundHandlerAdapter {

    /** What it tells. */
    interface Told {
        void opened();

        /** A whole message, JSON in UTF-8; released afterwards. */
        void message(ByteBuf json);

        /** No more of it, and why; told once, unless it was closed from here. */
        void closed(SpeechFailed why);
    }

    private static final int LARGEST_MESSAGE = 4 << 20;
    private static final int CONNECT_MS = 5_000;

    /** Half a second of base64; who lets more than that pile up for so long is as good as gone. */
    private static final WriteBufferWaterMark HEAP = new WriteBufferWaterMark(32 * 1024, 64 * 1024);

    private static final int STUCK_MS = 10_000;

    private final String provider;
    private final NettyLoop loop;
    private final Told told;
    private final URI address;
    private final AppendFrame append;
    private final WebSocketClientHandshaker handshaker;

    private @Nullable Channel channel;
    private @Nullable Departure departure;
    private boolean shaken;
    private boolean over;
    private long maskSeed = 1;
    private Loop.@Nullable Timer patience;

    VendorSocket(String provider, Loop loop, URI address, Map<String, String> headers, AppendFrame append, Told told) {
        this.provider = provider;
        this.loop = (NettyLoop) loop;
        this.told = told;
        this.address = address;
        this.append = append;
        HttpHeaders more = new DefaultHttpHeaders();
        headers.forEach(more::add);
        handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                address, WebSocketVersion.V13, null, false, more, LARGEST_MESSAGE);
    }

    /** @param within until {@link #settled()} */
    void open(VendorDoor door, Exit exit, Duration within) {
        maskSeed = door.seed();
        patience = loop.after(within.toMillis(), () -> end(SpeechFailed.passing(provider, "timed-out")));
        // The database may be asked whether it may leave, and the network where the name is; so not on this thread.
        loop.work(() -> Passed.out(exit, address), out -> left(door, out), trouble -> end(notOut(trouble)));
    }

    /** What passed, and where it goes. */
    private record Passed(Departure departure, InetAddress host) {
        static Passed out(Exit exit, URI address) throws IOException {
            Departure departure = exit.leave(address);
            try {
                return new Passed(departure, InetAddress.getByName(address.getHost()));
            } catch (UnknownHostException nobody) {
                departure.over(false);
                throw nobody;
            }
        }
    }

    private SpeechFailed notOut(Exception trouble) {
        return trouble instanceof NotAllowedOut
                ? SpeechFailed.lasting(provider, "not-allowed-out")
                : SpeechFailed.passing(provider, "unreachable");
    }

    private void left(VendorDoor door, Passed way) {
        if (over) {
            way.departure().over(false);
            return;
        }
        departure = way.departure();
        connect(door, way.host());
    }

    /** The vendor took the call; until then it is waited for so long only. */
    void settled() {
        stopWaiting();
    }

    private void connect(VendorDoor door, InetAddress host) {
        boolean secure = "wss".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        new Bootstrap()
                .group(loop.eventLoop())
                .channel(Transport.client())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOCATOR, Transport.BUFFERS)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, HEAP)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel made) {
                        if (secure) {
                            made.pipeline().addLast(door.tls().newHandler(made.alloc(), address.getHost(), port));
                        }
                        made.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(16 * 1024))
                                .addLast(VendorSocket.this);
                    }
                })
                .connect(new InetSocketAddress(host, port))
                .addListener(tried -> {
                    if (!tried.isSuccess()) {
                        end(SpeechFailed.passing(provider, "unreachable"));
                    }
                });
    }

    /** Whether what is sent leaves the house. */
    boolean takesMore() {
        return channel != null && channel.isWritable();
    }

    void flow(boolean on) {
        if (channel != null) {
            channel.config().setAutoRead(on);
        }
    }

    void text(CharSequence json) {
        if (shaken && !over && channel != null) {
            ByteBuf utf8 = ByteBufUtil.writeUtf8(channel.alloc(), json);
            went(utf8.readableBytes());
            channel.writeAndFlush(new TextWebSocketFrame(utf8), channel.voidPromise());
        }
    }

    /** A frame of the microphone, as this vendor wants to be told of it. */
    void audio(ByteBuf pcm) {
        if (shaken && !over && channel != null) {
            // A cheap chance will do: base64 inside JSON cannot be made to look like HTTP to a proxy, which masks are
            // for.
            maskSeed ^= maskSeed << 13;
            maskSeed ^= maskSeed >>> 7;
            maskSeed ^= maskSeed << 17;
            went(append.payload(pcm.readableBytes()));
            channel.writeAndFlush(append.frame(channel.alloc(), pcm, (int) maskSeed), channel.voidPromise());
        }
    }

    private void went(int bytes) {
        if (departure != null) {
            departure.sent(bytes);
        }
    }

    private void came(ByteBuf body) {
        if (departure != null) {
            departure.received(body.readableBytes());
        }
    }

    private void over(boolean well) {
        over = true;
        stopWaiting();
        if (departure != null) {
            departure.over(well);
        }
    }

    void close() {
        if (!over) {
            over(shaken);
            Channel leaving = channel;
            if (leaving != null && shaken) {
                leaving.writeAndFlush(new CloseWebSocketFrame(1000, "")).addListener(ChannelFutureListener.CLOSE);
            } else if (leaving != null) {
                leaving.close();
            }
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        if (over) {
            context.close();
            return;
        }
        handshaker.handshake(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        try {
            switch (received) {
                case FullHttpResponse response -> shake(context, response);
                case TextWebSocketFrame text -> message(text.content());
                case BinaryWebSocketFrame binary -> message(binary.content());
                case PingWebSocketFrame ping ->
                    context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
                case CloseWebSocketFrame close -> end(whyClosed(close.statusCode(), close.reasonText()), shaken);
                default -> {}
            }
        } finally {
            ReferenceCountUtil.release(received);
        }
    }

    private void message(ByteBuf json) {
        if (!over) {
            came(json);
            told.message(json);
        }
    }

    private void shake(ChannelHandlerContext context, FullHttpResponse response) {
        if (!response.decoderResult().isSuccess()) {
            end(SpeechFailed.passing(provider, "unreachable")); // whoever answered is not who was called
            return;
        }
        int status = response.status().code();
        if (status != 101) {
            came(response.content());
            String words = VendorWords.in(response.content());
            SpeechFailed known = status < 500 ? VendorWords.lasting(provider, "", words) : null;
            end((known == null ? refusal(status, response.headers().get(HttpHeaderNames.RETRY_AFTER)) : known)
                    .saying(words));
            return;
        }
        handshaker.finishHandshake(context.channel(), response);
        context.pipeline().addBefore(context.name(), null, new WebSocketFrameAggregator(LARGEST_MESSAGE));
        shaken = true;
        told.opened();
    }

    private SpeechFailed refusal(int status, @Nullable String retryAfter) {
        return switch (status) {
            case 401, 403 -> SpeechFailed.lasting(provider, "key-refused");
            case 404 -> SpeechFailed.lasting(provider, "not-found");
            case 429 -> SpeechFailed.passing(provider, "too-busy", seconds(retryAfter));
            case 408, 500, 502, 503, 504, 529 -> SpeechFailed.passing(provider, "vendor-trouble", seconds(retryAfter));
            default -> SpeechFailed.lasting(provider, "request-refused"); // a redirection too: nobody allowed that host
        };
    }

    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,4}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : null;
    }

    private SpeechFailed whyClosed(int code, String reason) {
        SpeechFailed known = VendorWords.lasting(provider, "", reason);
        SpeechFailed why = known != null
                ? known
                : code == 1008 || code == 1007
                        ? SpeechFailed.lasting(provider, "request-refused")
                        : SpeechFailed.passing(provider, "cut-off");
        return why.saying(reason);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        stopWaiting();
        if (!context.channel().isWritable()) {
            patience = loop.after(STUCK_MS, () -> end(SpeechFailed.passing(provider, "timed-out")));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(SpeechFailed.passing(provider, "cut-off"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(SpeechFailed.passing(provider, shaken ? "garbled" : "unreachable"));
    }

    private void end(SpeechFailed why) {
        end(why, false);
    }

    /** @param farewell whether the vendor took its leave, so that nothing broke off */
    private void end(SpeechFailed why, boolean farewell) {
        if (!over) {
            over(farewell);
            if (channel != null) {
                channel.close();
            }
            told.closed(why);
        }
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel();
            patience = null;
        }
    }
}
