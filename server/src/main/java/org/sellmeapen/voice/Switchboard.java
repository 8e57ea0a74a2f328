package org.sellmeapen.voice;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.signin.OpenCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The listener for voice: opens its port, seats whoever was let in, and ends lines whose sign-in has ended. */
@Component
@ConditionalOnWebApplication
class Switchboard implements SmartLifecycle, Listener, OpenLines, Line.House {

    private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

    private static final int HANDSHAKE_BYTES = 8_192;
    private static final int BACKLOG = 1_024;

    private final VoiceTickets tickets;
    private final Furnishing furnishing;
    private final CallBook book;
    private final Mind mind;
    private final AllowedOrigins origins;
    private final OpenCredentials credentials;
    private final CallTapes tapes;
    private final Observers observers;
    private final VoiceMeters meters;
    private final VoiceSettings settings;
    private final Clock clock;

    private final Map<UUID, Line> lines = new ConcurrentHashMap<>();
    private final ExecutorService beside = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("voice-", 0).factory());

    private @Nullable EventLoopGroup threads;
    private @Nullable Channel listener;

    Switchboard(
            VoiceTickets tickets,
            Furnishing furnishing,
            CallBook book,
            Mind mind,
            AllowedOrigins origins,
            OpenCredentials credentials,
            CallTapes tapes,
            Observers observers,
            VoiceMeters meters,
            VoiceSettings settings,
            Clock clock) {
        this.tickets = tickets;
        this.furnishing = furnishing;
        this.book = book;
        this.mind = mind;
        this.origins = origins;
        this.credentials = credentials;
        this.tapes = tapes;
        this.observers = observers;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /** A place that was kept for a caller whose ticket was good. */
    interface Seat {
        /** On the loop of that channel, after the handshake. */
        void take(Channel channel);

        /** Nobody came. */
        void leave();
    }

    /** The port it listens on. */
    @Override
    public int port() {
        return listener != null && listener.localAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
    }

    /** Whether it speaks TLS itself. */
    boolean isSecure() {
        return settings.cert() != null;
    }

    /** How many lines are open. */
    int open() {
        return lines.size();
    }

    @Override
    public void start() {
        SslContext tls = Transport.tls(settings);
        EventLoopGroup group =
                Transport.threads(settings.threadsOr(Runtime.getRuntime().availableProcessors()));
        threads = group;
        Strangers strangers = new Strangers(clock);
        TurnedAway turnedAway = new TurnedAway(meters, clock, log::info);
        Proxies proxies = new Proxies(settings.trustedProxies());
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(Transport.server())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOCATOR, Transport.BUFFERS)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(64 * 1024, 160 * 1024))
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new Doorstep(strangers, proxies, turnedAway, settings.letInWithin()));
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline()
                                .addLast(new IdleStateHandler(settings.idle().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                                .addLast(new HttpServerCodec(new HttpDecoderConfig()
                                        .setMaxInitialLineLength(2_048)
                                        .setMaxHeaderSize(HANDSHAKE_BYTES)))
                                .addLast(new HttpObjectAggregator(HANDSHAKE_BYTES, true))
                                .addLast(new Doorman(
                                        tickets, origins, strangers, proxies, beside, turnedAway, Switchboard.this));
                    }
                })
                .bind(settings.host(), settings.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw cannotListen(bound.cause());
        }
        listener = bound.channel();
        log.info("voice listens on {} port {}", settings.host(), port());
    }

    private RuntimeException cannotListen(Throwable why) {
        // The system's own words: native transports say so in the message alone.
        return String.valueOf(why.getMessage()).contains("in use")
                ? new VoicePortTaken(settings.host(), settings.port())
                : new IllegalStateException("voice cannot be listened for at port " + settings.port(), why);
    }

    @Override
    public void stop() {
        lines.values().forEach(line -> line.loop().run(() -> line.close(CloseCode.GOING_AWAY)));
        if (listener != null) {
            listener.close().awaitUninterruptibly(1_000);
        }
        if (threads != null) {
            threads.shutdownGracefully(50, 2_000, TimeUnit.MILLISECONDS).awaitUninterruptibly(3_000);
            threads = null;
        }
    }

    @Override
    public void look(UUID conversation) {
        Line line = lines.get(conversation);
        if (line != null) {
            line.loop().run(() -> line.desk().look());
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** A newer socket of the same conversation takes over; its clock goes on where the older one's stands. Blocks. */
    Seat seat(Call ticket) {
        Line older = lines.get(ticket.caller().conversation());
        long clockMs = ticket.clockMs();
        if (older != null) {
            clockMs = Math.max(clockMs, takenOver(older));
        }
        Equipment equipment = furnishing.equipment(ticket);
        CallTapes.Opened recording = tapes.open(ticket);
        return new KeptSeat(ticket.at(Math.max(clockMs, recording.heldMs())), recording.tracks(), equipment);
    }

    private final class KeptSeat implements Seat {
        private final Call call;
        private final Tape.@Nullable Tracks tracks;
        private final Equipment equipment;

        KeptSeat(Call call, Tape.@Nullable Tracks tracks, Equipment equipment) {
            this.call = call;
            this.tracks = tracks;
            this.equipment = equipment;
        }

        @Override
        public void take(Channel channel) {
            Loop loop = new NettyLoop(channel.eventLoop(), beside);
            Line line = new Line(channel, loop, call, meters, Switchboard.this);
            StageWatch watch = new StageWatch(loop, stages -> observers.answered(call, line, stages));
            line.seat(new Desk(
                    call,
                    loop,
                    line,
                    mind,
                    new Tape(tracks, call.upRate()),
                    furnishing.middle(call, equipment, watch)));
            Line before = lines.put(call.caller().conversation(), line);
            if (before != null) {
                before.loop().run(() -> before.close(CloseCode.TAKEN_OVER));
            }
            channel.pipeline().addLast(line);
            line.desk().open();
        }

        @Override
        public void leave() {
            if (tracks != null) {
                tracks.close();
            }
        }
    }

    @Override
    public void handOn(Line before, Mind.Reply reply) {
        Line now = lines.get(before.call().caller().conversation());
        if (now != null) {
            now.loop().run(() -> now.desk().handedOn(reply));
        }
    }

    @Override
    public void gone(Line line) {
        lines.remove(line.call().caller().conversation(), line);
        long clockMs = line.desk().clockMs();
        beside.execute(() -> {
            try {
                book.clockStandsAt(line.call().caller(), clockMs);
                observers.write();
            } catch (RuntimeException trouble) {
                log.warn("call={} could not note its clock", line.call().id(), trouble);
            }
        });
    }

    private static long takenOver(Line older) {
        CompletableFuture<Long> stands = new CompletableFuture<>();
        older.loop().run(() -> {
            stands.complete(older.desk().clockMs());
            older.close(CloseCode.TAKEN_OVER);
        });
        try {
            return stands.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException | TimeoutException busy) {
            return 0;
        }
    }

    @Scheduled(fixedDelayString = "PT2S")
    void endThoseNoLongerSignedIn() {
        List<Line> open = new ArrayList<>(lines.values());
        Set<UUID> good = credentials.stillOpen(
                open.stream().map(line -> line.call().credential()).toList());
        for (Line line : open) {
            if (!good.contains(line.call().credential())) {
                line.loop().run(() -> line.close(CloseCode.SIGN_IN_ENDED));
            }
        }
    }
}
