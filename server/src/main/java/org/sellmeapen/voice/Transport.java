package org.sellmeapen.voice;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.File;
import java.io.UncheckedIOException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What sockets are made of here: epoll where the system has it, the JDK's selector elsewhere. */
final class Transport {

    /**
     * Netty's usual allocator gives memory back as it goes; on a JDK where that is done through arenas, each return stops
     * every thread for a moment, a thousand times a second. This one keeps what it has.
     */
    static final ByteBufAllocator BUFFERS = PooledByteBufAllocator.DEFAULT;

    private Transport() {}

    static EventLoopGroup threads(int count) {
        return new MultiThreadIoEventLoopGroup(
                count,
                new DefaultThreadFactory("voice-line", true),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    static Class<? extends ServerChannel> server() {
        return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    static Class<? extends SocketChannel> client() {
        return Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    static @Nullable SslContext tls(VoiceSettings settings) {
        if (settings.cert() == null || settings.key() == null) {
            return null;
        }
        try {
            return SslContextBuilder.forServer(new File(settings.cert()), new File(settings.key()))
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
