package org.sellmeapen.ai.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

class LineTests {

    /** A name that nobody bears, mistyped mostly. */
    private static final Way NOWHERE = new Way() {
        @Override
        public HttpResponse<InputStream> send(HttpRequest request) throws UnknownHostException {
            throw new UnknownHostException("api.exmaple.com");
        }

        @Override
        public CompletableFuture<WebSocket> open(
                URI address,
                Map<String, String> headers,
                List<String> subprotocols,
                Duration connectWithin,
                WebSocket.Listener listener) {
            return CompletableFuture.failedFuture(new UnknownHostException("api.exmaple.com"));
        }
    };

    @Test
    void aHostThatThereIsNotIsUnreachableAndNoAnswerThatBrokeOff() {
        URI base = URI.create("https://api.exmaple.com");
        Line line = new Line("somebody", NOWHERE, base, Secret.NONE);
        ModelFailed failed = catchThrowableOfType(
                ModelFailed.class, () -> line.open(line.get(base).build()));
        assertThat(failed.code()).isEqualTo("unreachable");
        assertThat(line.notOpened(new UnknownHostException("api.exmaple.com")).code())
                .isEqualTo("unreachable");
    }
}
