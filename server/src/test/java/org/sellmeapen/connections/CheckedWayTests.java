package org.sellmeapen.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;

class CheckedWayTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final OrganisationId INK = new OrganisationId(new UUID(0, 1));

    private final List<Leaving.Row> written = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closedOnVendor = new CountDownLatch(1);
    private final EgressLog log =
            new EgressLog((_, rows) -> written.addAll(rows), new Ids(CLOCK, new Random(1)), CLOCK);
    private final HttpClient client = CheckedWay.client(Duration.ofSeconds(5));
    private HttpServer vendor = noVendor();
    private Way way = noWay();

    private static HttpServer noVendor() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Way noWay() {
        return way("");
    }

    private Way way(String named) {
        Gate gate = new Gate((_, _, _) -> true, new LocalEndpoints(List.of(named)), Gate.Names.OF_JAVA);
        return new CheckedWay(Door.guarded(INK, Purpose.TALK, true, gate, log), client);
    }

    @BeforeEach
    void aVendor() {
        vendor.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        vendor.createContext("/echo", exchange -> {
            asked.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().write("!".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        vendor.createContext("/away", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        vendor.createContext("/forever", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[64 * 1024]);
                }
            } catch (IOException gone) {
                closedOnVendor.countDown();
            }
        });
        vendor.start();
        way = way("127.0.0.1:" + vendor.getAddress().getPort());
    }

    @AfterEach
    void close() {
        vendor.stop(0);
        client.shutdownNow();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + vendor.getAddress().getPort() + path);
    }

    private static HttpRequest post(URI to, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(to).POST(body).build();
    }

    @Test
    void whatLeavesIsWrittenDownWhenItGoesAndWhenItEnded() throws Exception {
        HttpResponse<InputStream> answer =
                way.send(post(address("/echo?key=hidden"), HttpRequest.BodyPublishers.ofString("four")));
        log.write();
        assertThat(written).extracting(Leaving.Row::state).containsExactly(Leaving.State.UNDER_WAY);
        try (InputStream body = answer.body()) {
            assertThat(body.readAllBytes()).hasSize(5);
        }
        log.write();
        log.write();
        assertThat(written).hasSize(2);
        Leaving.Row last = written.getLast();
        assertThat(last.id()).isEqualTo(written.getFirst().id());
        assertThat(last)
                .extracting(Leaving.Row::sent, Leaving.Row::received, Leaving.Row::state, Leaving.Row::redacted)
                .containsExactly(4L, 5L, Leaving.State.ENDED, true);
        assertThat(written.toString()).doesNotContain("hidden").doesNotContain("four");
    }

    @Test
    void aBodyOfUnknownLengthIsCountedAsItGoes() throws Exception {
        HttpRequest.BodyPublisher unknown =
                HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[70_000]));
        try (InputStream body = way.send(post(address("/echo"), unknown)).body()) {
            assertThat(body.readAllBytes()).hasSize(70_001);
        }
        log.write();
        assertThat(written.getLast().sent()).isEqualTo(70_000);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aRedirectComesBackAsItIs() throws Exception {
        HttpResponse<InputStream> answer = way.send(post(address("/away"), HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(307);
        answer.body().close();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSocketThatIsRefusedTellsSoItself() {
        assertThatThrownBy(() -> way.open(
                                URI.create(address("/echo").toString().replaceFirst("http", "ws")),
                                java.util.Map.of(),
                                List.of(),
                                Duration.ofSeconds(5),
                                new java.net.http.WebSocket.Listener() {})
                        .get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(java.net.http.WebSocketHandshakeException.class);
    }

    @Test
    void whatIsRefusedNeverLeavesAndIsNotWritten() {
        assertThatThrownBy(() -> way("").send(post(address("/echo"), HttpRequest.BodyPublishers.ofString("x"))))
                .isInstanceOf(NotAllowedOut.class);
        assertThatThrownBy(() -> way("").open(
                                URI.create("ws://127.0.0.1:1/x"),
                                java.util.Map.of(),
                                List.of(),
                                Duration.ofSeconds(1),
                                new java.net.http.WebSocket.Listener() {})
                        .get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(NotAllowedOut.class);
        log.write();
        assertThat(asked).hasValue(0);
        assertThat(written).isEmpty();
    }

    @Test
    void whatFailsIsWrittenAsFailed() throws Exception {
        vendor.stop(0);
        assertThatThrownBy(() -> way.send(post(address("/echo"), HttpRequest.BodyPublishers.ofString("x"))))
                .isInstanceOf(IOException.class);
        log.write();
        assertThat(written).extracting(Leaving.Row::state).containsExactly(Leaving.State.FAILED);
        assertThat(written.getFirst().sent()).as("nobody took a byte").isZero();
    }

    @Test
    void whoHangsUpBeforeTheWholeBodyWasSentHasLessThanAllOfIt() throws Exception {
        byte[] body = new byte[64 << 20];
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket caller = rude.accept()) {
                    caller.getInputStream().readNBytes(10_000);
                } catch (IOException gone) {
                    // as wanted
                }
            });
            URI there = URI.create("http://127.0.0.1:" + rude.getLocalPort() + "/");
            assertThatThrownBy(() -> way("127.0.0.1:" + rude.getLocalPort())
                            .send(post(there, HttpRequest.BodyPublishers.ofByteArray(body))))
                    .isInstanceOf(IOException.class);
        }
        log.write();
        assertThat(written.getLast().state()).isEqualTo(Leaving.State.FAILED);
        assertThat(written.getLast().sent()).isPositive().isLessThan(body.length);
    }

    @Test
    void aSocketThatIsRefusedHasSentNothingAndWhatItWasToldIsCounted() {
        vendor.createContext("/closed", exchange -> {
            exchange.sendResponseHeaders(401, 2);
            exchange.getResponseBody().write("no".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        URI there = URI.create("ws://127.0.0.1:" + vendor.getAddress().getPort() + "/closed");
        assertThatThrownBy(
                        () -> way.open(there, Map.of(), List.of(), Duration.ofSeconds(5), new WebSocket.Listener() {})
                                .get())
                .isInstanceOf(ExecutionException.class);
        log.write();
        assertThat(written.getLast())
                .extracting(Leaving.Row::sent, Leaving.Row::received, Leaving.Row::state)
                .containsExactly(0L, 2L, Leaving.State.FAILED);
    }

    @Test
    void whatIsCountedAfterTheEndIsWrittenToo() throws Exception {
        Leaving leaving = log.leaving(INK, Purpose.HEAR, Destination.of("a.example.com"), false);
        leaving.ended(Leaving.State.ENDED);
        log.write();
        leaving.sent(7);
        log.write();
        assertThat(written.getLast().sent()).isEqualTo(7);
    }

    @Test
    void closingAnAnswerClosesTheConnectionAtTheVendor() throws Exception {
        InputStream body = way.send(post(address("/forever"), HttpRequest.BodyPublishers.noBody()))
                .body();
        assertThat(body.readNBytes(10)).hasSize(10);
        body.close();
        assertThat(closedOnVendor.await(20, TimeUnit.SECONDS)).isTrue();
        log.write();
        assertThat(written.getLast().state()).isEqualTo(Leaving.State.ENDED);
    }

    @Test
    void interruptingWhoReadsClosesItToo() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        Thread reader = Thread.ofVirtual().start(() -> {
            try (InputStream body = way.send(post(address("/forever"), HttpRequest.BodyPublishers.noBody()))
                    .body()) {
                byte[] some = new byte[8192];
                while (!Thread.currentThread().isInterrupted() && body.read(some) >= 0) {
                    reading.countDown();
                }
            } catch (IOException | InterruptedException over) {
                // as wanted
            }
        });
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
        reader.interrupt();
        assertThat(closedOnVendor.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whereNothingCanBeWrittenNothingLeaves() {
        EgressLog full = new EgressLog(
                (_, _) -> {
                    throw new IllegalStateException("the database is away");
                },
                new Ids(CLOCK, new Random(1)),
                CLOCK);
        String here = "127.0.0.1:" + vendor.getAddress().getPort();
        Gate gate = new Gate((_, _, _) -> true, new LocalEndpoints(List.of(here)), Gate.Names.OF_JAVA);
        Way blocked = new CheckedWay(Door.guarded(INK, Purpose.TALK, false, gate, full), client);
        assertThatThrownBy(() -> {
                    for (int n = 0; n <= EgressLog.MOST_WAITING; n++) {
                        full.leaving(INK, Purpose.TALK, Destination.of("a.example.com"), false);
                    }
                })
                .isInstanceOf(NotAllowedOut.class);
        full.write();
        assertThatThrownBy(() -> blocked.send(post(address("/echo"), HttpRequest.BodyPublishers.noBody())))
                .isInstanceOfSatisfying(
                        NotAllowedOut.class, why -> assertThat(why.code()).isEqualTo("egress-not-written"));
        assertThat(asked).hasValue(0);
    }
}
