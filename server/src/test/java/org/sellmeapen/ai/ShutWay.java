package org.sellmeapen.ai;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.sellmeapen.connections.NotAllowedOut;
import org.sellmeapen.connections.Way;

/** A way out that lets nothing out. */
public final class ShutWay implements Way {

    @Override
    public HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        throw new NotAllowedOut("host-not-allowed", request.uri().getHost());
    }

    @Override
    public CompletableFuture<WebSocket> open(
            URI address,
            Map<String, String> headers,
            List<String> subprotocols,
            Duration connectWithin,
            WebSocket.Listener listener) {
        return CompletableFuture.failedFuture(new NotAllowedOut("host-not-allowed", address.getHost()));
    }
}
