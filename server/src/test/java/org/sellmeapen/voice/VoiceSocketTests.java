package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.tenancy.Role;
import tools.jackson.databind.JsonNode;

/** A call over a real socket, on the real house. */
class VoiceSocketTests extends HouseTest {

    private Member rep;
    private Caller program;
    private String session = "";

    @BeforeEach
    void somebodyRehearses() {
        rep = member(organisation("Voices"), Role.TRAINEE);
        program = program(rep);
        session = program.post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                .body()
                .path("id")
                .asString();
    }

    @Test
    void aTypedTurnOnTheSocketIsAnsweredAndInTheRecord() throws Exception {
        try (Socket socket = new Socket(ticket(program), null)) {
            assertThat(socket.next("ready").path("session").asString()).isEqualTo(session);
            socket.say("{\"v\":1,\"seq\":1,\"type\":\"hello\",\"ear\":\"none\"}");
            socket.say("{\"v\":1,\"seq\":2,\"type\":\"typed\",\"key\":\"018f0000-0000-7000-8000-000000000001\","
                    + "\"text\":\"Good morning. How do you sign things today?\"}");
            JsonNode mine = socket.next("turn");
            while (!mine.path("turn").path("speaker").asString().equals("rep")) {
                mine = socket.next("turn"); // the buyer may have begun
            }
            JsonNode theirs = socket.next("turn");
            assertThat(theirs.path("turn").path("speaker").asString()).isEqualTo("buyer");
            socket.next("clause");
            socket.next("said");
        }
        JsonNode stored = program.get("/api/v1/sessions/" + session).body().path("turns");
        assertThat(stored.size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aTicketOpensOneSocketOnce() throws Exception {
        JsonNode ticket = ticket(program);
        new Socket(ticket, null).close();
        assertThat(refused(ticket, null)).isEqualTo(401);
    }

    @Test
    void aNewerSocketTakesOverAndTheClockGoesOn() throws Exception {
        try (Socket first = new Socket(ticket(program), null)) {
            first.next("ready");
            for (int k = 0; k < 50; k++) {
                first.frame();
            }
            first.say("{\"v\":1,\"seq\":1,\"type\":\"ping\",\"sent_ms\":5}");
            assertThat(first.next("pong").path("clock_ms").asLong()).isEqualTo(1_000);
            try (Socket second = new Socket(ticket(program), null)) {
                assertThat(second.next("ready").path("clock_ms").asLong()).isEqualTo(1_000);
                assertThat(first.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4409);
            }
        }
    }

    @Test
    void aTicketFromBeforeItWasSwitchedOffRecordsNothingAnyMore() throws Exception {
        JsonNode before = ticket(program, true);
        JsonNode late = ticket(program, true);
        try (Socket socket = new Socket(before, null)) {
            assertThat(socket.next("ready").path("recording").asBoolean()).isTrue();
        }
        Caller owner = program(member(rep.organisation(), Role.OWNER));
        String etag = owner.get("/api/v1/organisation").header("ETag");
        owner.patch("/api/v1/organisation", "{\"record_voice\":false}", etag);
        try (Socket socket = new Socket(late, null)) {
            assertThat(socket.next("ready").path("recording").asBoolean()).isFalse();
        }
    }

    @Test
    void aPageOfAnotherSiteOpensNothingWithABrowsersSignIn() throws Exception {
        Caller browser = browser(rep);
        assertThat(refused(ticket(browser), "https://evil.example")).isEqualTo(403);
        assertThat(refused(ticket(browser), null)).isEqualTo(403);
        try (Socket socket = new Socket(ticket(browser), "https://pen.example.org")) {
            socket.next("ready");
        }
    }

    @Test
    void whoseSignInEndsIsOffTheLine() throws Exception {
        Caller browser = browser(rep);
        try (Socket socket = new Socket(ticket(browser), "https://pen.example.org")) {
            socket.next("ready");
            browser.post("/api/v1/sign-out", "{}");
            assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4401);
        }
    }

    @Test
    void aStrangersSessionGetsNoTicket() {
        Caller other = program(member(organisation("Others"), Role.TRAINEE));
        assertThat(other.post("/api/v1/sessions/" + session + "/voice-tickets", "{}")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode ticket(Caller caller) {
        return ticket(caller, false);
    }

    private JsonNode ticket(Caller caller, boolean recording) {
        Caller.Answer answer =
                caller.post("/api/v1/sessions/" + session + "/voice-tickets", "{\"recording\":" + recording + "}");
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private static int refused(JsonNode ticket, String origin) {
        try {
            new Socket(ticket, origin).close();
            return 101;
        } catch (CompletionException refused) {
            return refused.getCause() instanceof java.net.http.WebSocketHandshakeException e
                    ? e.getResponse().statusCode()
                    : -1;
        }
    }

    private static final class Socket implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final WebSocket socket;

        Socket(JsonNode ticket, String origin) {
            var building = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols(ticket.path("subprotocol").asString());
            if (origin != null) {
                building.header("Origin", origin);
            }
            // The house of the tests is seen as https, so the page is sent to its proxy; here the port is asked itself.
            socket = building.buildAsync(URI.create(listener(ticket)), this).join();
        }

        private static String listener(JsonNode ticket) {
            return "ws://127.0.0.1:" + PORT.get() + "/voice";
        }

        void say(String json) {
            socket.sendText(json, true).join();
        }

        void frame() {
            socket.sendBinary(ByteBuffer.allocate(640), true).join();
        }

        JsonNode next(String type) throws InterruptedException {
            for (JsonNode message = heard.poll(10, TimeUnit.SECONDS);
                    message != null;
                    message = heard.poll(10, TimeUnit.SECONDS)) {
                if (message.path("type").asString().equals(type)) {
                    return message;
                }
            }
            throw new AssertionError("no " + type + " came");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(Messages.MAPPER.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(-1);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private static final java.util.concurrent.atomic.AtomicInteger PORT =
            new java.util.concurrent.atomic.AtomicInteger();

    @org.springframework.beans.factory.annotation.Autowired
    void listener(Listener listener) {
        PORT.set(listener.port());
    }
}
