package org.sellmeapen.connections;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Checks, writes down, and only then sends. */
final class CheckedWay implements Way {

    private final Door door;
    private final HttpClient client;

    CheckedWay(Door door, HttpClient client) {
        this.door = door;
        this.client = client;
    }

    /**
     * One for all: it follows no redirect, knows no proxy, keeps no cookie. HTTP/1.1, so that giving up an answer closes its
     * connection and the vendor stops too.
     */
    static HttpClient client(Duration connectWithin) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connectWithin)
                .build();
    }

    @Override
    public HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        Leaving leaving = door.leave(request.uri());
        boolean answered = false;
        try {
            HttpResponse<InputStream> response = answer(counted(request, leaving));
            answered = true;
            return new CountedAnswer(response, new CountedStream(response.body(), leaving));
        } finally {
            if (!answered) {
                leaving.ended(Leaving.State.FAILED);
            }
        }
    }

    /** The client's own send() leaks the connection of an answer that begins just when the thread is interrupted. */
    private HttpResponse<InputStream> answer(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> coming =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return coming.get();
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            coming.thenAccept(CheckedWay::giveUp);
            throw stopped;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException trouble ? trouble : new IOException(failed.getCause());
        }
    }

    private static void giveUp(HttpResponse<InputStream> late) {
        try {
            late.body().close();
        } catch (IOException closedAlready) {
            // either way it is
        }
    }

    @Override
    public CompletableFuture<WebSocket> open(
            URI address,
            Map<String, String> headers,
            List<String> subprotocols,
            Duration connectWithin,
            WebSocket.Listener listener) {
        Leaving leaving;
        try {
            leaving = door.leave(address);
        } catch (IOException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(connectWithin);
        headers.forEach(builder::header);
        if (!subprotocols.isEmpty()) {
            builder.subprotocols(
                    subprotocols.getFirst(),
                    subprotocols.subList(1, subprotocols.size()).toArray(String[]::new));
        }
        CountedListener counted = new CountedListener(listener, leaving);
        return builder.buildAsync(address, counted).handle((socket, failure) -> {
            if (failure != null) {
                CountedListener.refusal(failure, leaving);
                leaving.ended(Leaving.State.FAILED);
                // Wrapped twice, nobody would find in it what the other side answered.
                throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
            }
            return counted.around(socket);
        });
    }

    private static HttpRequest counted(HttpRequest request, Leaving leaving) {
        HttpRequest.BodyPublisher body = request.bodyPublisher().orElse(null);
        if (body == null) {
            return request;
        }
        return HttpRequest.newBuilder(request, (_, _) -> true)
                .method(request.method(), new CountedBody(body, leaving))
                .build();
    }
}
