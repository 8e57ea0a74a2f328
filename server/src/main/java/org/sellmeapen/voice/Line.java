package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket after its handshake: frames in, messages out, and the limits of what a sound client sends. */
final class Line extends ChannelInboundHandlerAdapter implements Wire {

    private static final Logger log = LoggerFactory.getLogger(Line.class);

    /** 20 ms at 24 kHz is 960 bytes; a page that was held up may send several frames in one. */
    static final int LARGEST_AUDIO = 4_800;

    static final int LARGEST_TEXT = 20_000;

    /** 20 ms of the counterpart's voice. */
    private static final int FRAME_BYTES = 960;

    private static final int FRAMES_A_SECOND = 55;
    private static final int TEXTS_A_SECOND = 30;
    private static final int STORE_S = 4;

    /** However large the frames: a second of sound takes a second, but for what a clock may be wrong. */
    private static final double FASTEST = 1.1;

    /** Who does not read what was sent to them for so long is gone. */
    private static final int DRAIN_MS = 10_000;

    /** For the farewell to be read. */
    private static final int FAREWELL_MS = 2_000;

    /** Where lines end. */
    interface House {
        void gone(Line line);

        /** This came of the last words on that line. */
        default void handOn(Line line, Mind.Reply reply) {}
    }

    private final Channel channel;
    private final Loop loop;
    private final Call call;
    private final House house;
    private final VoiceMeters meters;
    private final Messages messages = new Messages();
    private final Allowance frames;
    private final Allowance sound;
    private final Allowance texts;

    private Desk desk;
    private boolean closing;
    private boolean asked;
    private boolean over;
    private String reason = "gone";
    private Consumer<Boolean> flow = _ -> {};
    private Loop.@Nullable Timer slow;

    @SuppressWarnings("NullAway.Init") // the desk needs the wire first; seated before anything is read
    Line(Channel channel, Loop loop, Call call, VoiceMeters meters, House house) {
        this.channel = channel;
        this.loop = loop;
        this.call = call;
        this.house = house;
        this.meters = meters;
        meters.opened();
        this.frames = new Allowance(FRAMES_A_SECOND, FRAMES_A_SECOND * STORE_S, loop.nowMs());
        int bytesASecond = (int) (call.upRate() * 2 * FASTEST);
        this.sound = new Allowance(bytesASecond, bytesASecond * STORE_S, loop.nowMs());
        this.texts = new Allowance(TEXTS_A_SECOND, TEXTS_A_SECOND * STORE_S, loop.nowMs());
    }

    void seat(Desk desk) {
        this.desk = desk;
    }

    Desk desk() {
        return desk;
    }

    Call call() {
        return call;
    }

    Loop loop() {
        return loop;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        if (!(received instanceof WebSocketFrame frame)) {
            context.fireChannelRead(received);
            return;
        }
        try {
            if (!closing) {
                asked = false;
                take(frame);
            }
        } finally {
            frame.release();
        }
    }

    private void take(WebSocketFrame frame) {
        if (!frame.isFinalFragment()) {
            close(CloseCode.NOT_UNDERSTOOD); // nothing that is said here is so long that it must come in parts
            return;
        }
        switch (frame) {
            case ContinuationWebSocketFrame _ -> close(CloseCode.NOT_UNDERSTOOD);
            case BinaryWebSocketFrame binary -> audio(binary.content());
            case TextWebSocketFrame text -> text(text.content());
            case PingWebSocketFrame ping -> {
                if (mayWrite()) {
                    channel.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
                }
            }
            case PongWebSocketFrame _ -> mayWrite(); // it shows that they are there, and that was noted
            case CloseWebSocketFrame _ -> {
                closing = true;
                channel.writeAndFlush(new CloseWebSocketFrame()).addListener(ChannelFutureListener.CLOSE);
            }
            default -> {}
        }
    }

    private void audio(ByteBuf pcm) {
        int bytes = pcm.readableBytes();
        if (bytes > LARGEST_AUDIO) {
            close(CloseCode.TOO_BIG);
        } else if (bytes == 0 || (bytes & 1) != 0) {
            close(CloseCode.NOT_UNDERSTOOD);
        } else if (!frames.take(loop.nowMs()) || !sound.take(bytes, loop.nowMs())) {
            close(CloseCode.TOO_FAST);
        } else {
            desk.audio(pcm);
        }
    }

    /** Everything but sound comes out of one allowance. */
    private boolean mayWrite() {
        boolean may = texts.take(loop.nowMs());
        if (!may) {
            close(CloseCode.TOO_FAST);
        }
        return may;
    }

    private void text(ByteBuf utf8) {
        if (utf8.readableBytes() > LARGEST_TEXT) {
            close(CloseCode.TOO_BIG);
        } else if (mayWrite()) {
            try {
                desk.message(messages.read(utf8.toString(StandardCharsets.UTF_8)));
            } catch (Messages.NotUnderstood wrong) {
                log.info("call={} sent what is not of the protocol: {}", call.id(), wrong.getMessage());
                close(CloseCode.NOT_UNDERSTOOD);
            }
        }
    }

    @Override
    public void send(ServerMessage message) {
        if (!closing) {
            meters.sent(message);
            byte[] json = messages.write(message).getBytes(StandardCharsets.UTF_8);
            channel.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(json)), channel.voidPromise());
        }
    }

    @Override
    public void audio20(ByteBuf pcm) {
        if (closing) {
            pcm.release();
            return;
        }
        // All frames in one buffer and one write; the encoder lets through what is encoded already.
        ByteBuf out = channel.alloc().directBuffer(pcm.readableBytes() + (pcm.readableBytes() / FRAME_BYTES + 1) * 4);
        while (pcm.isReadable()) {
            int length = Math.min(FRAME_BYTES, pcm.readableBytes());
            out.writeByte(0x82);
            if (length < 126) {
                out.writeByte(length);
            } else {
                out.writeByte(126).writeShort(length);
            }
            out.writeBytes(pcm, length);
        }
        pcm.release();
        channel.writeAndFlush(out, channel.voidPromise());
    }

    @Override
    public void whenFlowChanges(Consumer<Boolean> told) {
        flow = told;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        boolean takes = channel.isWritable();
        flow.accept(takes);
        if (takes) {
            if (slow != null) {
                slow.cancel();
                slow = null;
            }
        } else if (slow == null) {
            slow = loop.after(DRAIN_MS, () -> {
                log.info("call={} closed: it does not read", call.id());
                reason = "does not read";
                closing = true;
                ended();
                channel.close(); // it would not read a farewell either
            });
        }
        super.channelWritabilityChanged(context);
    }

    @Override
    public boolean takesMore() {
        return channel.isWritable();
    }

    @Override
    public void close(CloseCode why) {
        if (closing) {
            return;
        }
        closing = true;
        reason = why.reason;
        log.info("call={} closed: {}", call.id(), why.reason);
        channel.writeAndFlush(new CloseWebSocketFrame(why.code, why.reason)).addListener(ChannelFutureListener.CLOSE);
        loop.after(FAREWELL_MS, channel::close);
        ended();
    }

    @Override
    public void handOn(Mind.Reply reply) {
        house.handOn(this, reply);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof IdleStateEvent idle && idle.state() == IdleState.READER_IDLE) {
            if (asked) {
                close(CloseCode.SILENT);
            } else {
                asked = true;
                channel.writeAndFlush(new PingWebSocketFrame());
            }
            return;
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        closing = true;
        ended();
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A broken frame, a reset connection, or a bug of ours; the call can be resumed in every case.
        log.info("call={} broke off: {}", call.id(), cause.toString());
        closing = true;
        ended();
        context.close();
    }

    private void ended() {
        if (over) {
            return;
        }
        over = true;
        meters.closed(reason);
        if (slow != null) {
            slow.cancel();
        }
        desk.closed();
        house.gone(this);
    }
}
