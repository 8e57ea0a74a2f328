package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.slf4j.LoggerFactory;

/** What a hostile or broken client does to the listener, over real sockets on this machine; nothing else is real. */
class SwitchboardTests {

    private static final String TICKET = BadClient.TICKET;

    private final PlannedMind mind = new PlannedMind();
    private final ConcurrentHashMap<String, Boolean> spent = new ConcurrentHashMap<>();
    private final VoiceMeters meters = new VoiceMeters();
    private Switchboard house;

    @BeforeEach
    void open() {
        house = listener(Duration.ofSeconds(5), Duration.ofSeconds(15), "");
    }

    @AfterEach
    void close() {
        house.stop();
    }

    private Switchboard listener(Duration letInWithin, Duration idle, String proxies) {
        return listener(letInWithin, idle, proxies, 0);
    }

    private Switchboard listener(Duration letInWithin, Duration idle, String proxies, int port) {
        VoiceTickets tickets = new VoiceTickets(null, Clock.systemUTC()) {
            @Override
            Optional<Redeemed> redeem(byte[] hash) {
                boolean first = spent.put(java.util.HexFormat.of().formatHex(hash), true) == null;
                return first ? Optional.of(new Redeemed(call(), null)) : Optional.empty();
            }
        };
        Furnishing furnishing = new Furnishing() {
            @Override
            public int upRate(OrganisationId organisation) {
                return 16_000;
            }

            @Override
            public void warm() {}

            @Override
            public Offer offer(OrganisationId organisation, String language) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Equipment equipment(Call call) {
                return new Equipment(
                        mind, List.of(), List.of(), "none", List.of(), null, "none", new VoiceChoice("a", 1, 1), _ ->
                                (_, _, _, _) -> {});
            }

            @Override
            public Function<Desk, Middle> middle(Call call, Equipment equipment, StageWatch watch) {
                return desk -> new Pipeline(desk, equipment, watch);
            }
        };
        CallBook book = new CallBook(null, null) {
            @Override
            void clockStandsAt(Caller caller, long ms) {}
        };
        CallTapes tapes = new CallTapes(null, null) {
            @Override
            Opened open(Call call) {
                return new Opened(null, 0);
            }
        };
        Switchboard made = new Switchboard(
                tickets,
                furnishing,
                book,
                mind,
                _ -> false,
                null,
                tapes,
                new Observers(book),
                meters,
                new VoiceSettings(
                        "127.0.0.1", port, null, proxies, null, null, Duration.ofMinutes(5), letInWithin, idle, 1),
                Clock.systemUTC());
        made.start();
        return made;
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() {
        assertThatThrownBy(() -> listener(Duration.ofSeconds(5), Duration.ofSeconds(15), "", house.port()))
                .isInstanceOf(VoicePortTaken.class)
                .hasMessageContaining("Port " + house.port() + " of 127.0.0.1")
                .hasMessageContaining("--voice-port");
    }

    private static Call call() {
        return new Call(
                UUID.randomUUID(),
                new Caller(new OrganisationId(new UUID(0, 2)), new PersonId(new UUID(0, 3)), UUID.randomUUID(), null),
                true,
                new UUID(0, 5),
                new VoiceBrief("en", "Ada", "buyer", 1_500, 0, 0, "", null, "browser"),
                0,
                16_000);
    }

    private BadClient inside() throws IOException {
        spent.clear();
        BadClient bad = new BadClient(house);
        bad.enters();
        return bad;
    }

    private String answered(String headers) throws IOException {
        try (BadClient bad = new BadClient(house)) {
            return bad.asks(headers).lines().findFirst().orElse("");
        }
    }

    @Test
    void whoHasNoTicketStaysOutside() throws IOException {
        assertThat(answered("")).contains("401");
        assertThat(answered("Sec-WebSocket-Protocol: chat\r\n")).contains("401");
        assertThat(answered("Sec-WebSocket-Protocol: " + "x,".repeat(600) + "\r\n"))
                .contains("401");
    }

    @Test
    void aTicketIsSpentOnce() throws IOException {
        assertThat(answered("Sec-WebSocket-Protocol: " + TICKET + "\r\n")).contains("101");
        assertThat(answered("Sec-WebSocket-Protocol: " + TICKET + "\r\n")).contains("401");
    }

    @Test
    void whoTriesTicketsIsSentAwayForAWhileButWhoHasAGoodOneIsLetIn() throws IOException {
        String last = "";
        for (int k = 0; k < 62; k++) {
            last = answered("Sec-WebSocket-Protocol: chat\r\nX-Forwarded-For: 203.0.113." + k + "\r\n");
        }
        assertThat(last).as("nobody's word is taken for their address").contains("429");
        assertThat(answered("Sec-WebSocket-Protocol: " + TICKET + "\r\n")).contains("101");
        assertThat(answered("Sec-WebSocket-Protocol: " + TICKET + "\r\n")).contains("429");
    }

    @Test
    void behindAProxyNobodyPaysForAnothersTries() throws IOException {
        house.stop();
        house = listener(Duration.ofSeconds(5), Duration.ofSeconds(15), "10.0.0.0/8, 127.0.0.1");
        String last = "";
        for (int k = 0; k < 62; k++) {
            last = answered("Sec-WebSocket-Protocol: chat\r\nX-Forwarded-For: 203.0.113.9\r\n");
        }
        assertThat(last).contains("429");
        assertThat(answered("Sec-WebSocket-Protocol: chat\r\nX-Forwarded-For: 203.0.113.10\r\n"))
                .contains("401");
    }

    @Test
    void whoConnectsAndSaysNothingIsNotKept() throws IOException {
        house.stop();
        house = listener(Duration.ofMillis(150), Duration.ofSeconds(15), "");
        try (BadClient silent = new BadClient(house);
                BadClient slow = new BadClient(house);
                BadClient good = inside()) {
            slow.out.write("GET /voice HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
            assertThat(silent.in.read()).isEqualTo(-1);
            assertThat(slow.in.read()).isEqualTo(-1);
            assertThat(meters.text()).contains("sellmeapen_voice_refused_total{status=\"408\"} 2");
            good.says("\"type\":\"bye\"");
            assertThat(good.closed()).as("who was let in stays").isEqualTo(4410);
        }
    }

    @Test
    void oneAddressDoesNotFillTheDoorstep() throws IOException {
        house.stop();
        house = listener(Duration.ofMinutes(1), Duration.ofSeconds(15), "");
        List<BadClient> waiting = new ArrayList<>();
        try {
            for (int k = 0; k <= Strangers.WAITING; k++) {
                waiting.add(new BadClient(house));
            }
            assertThat(waiting.getLast().in.read()).isEqualTo(-1);
            waiting.removeFirst().close();
            while (!tries()) {
                Thread.onSpinWait(); // the listener hears a little later that one of them left
            }
        } finally {
            for (BadClient one : waiting) {
                one.close();
            }
        }
    }

    private boolean tries() throws IOException {
        try {
            return answered("Sec-WebSocket-Protocol: " + TICKET + "\r\n").contains("101");
        } catch (EOFException | SocketException cutOff) {
            return false;
        }
    }

    @Test
    void nothingElseIsServedHere() throws IOException {
        try (BadClient bad = new BadClient(house)) {
            assertThat(bad.asksFor("/", "")).startsWith("HTTP/1.1 404");
        }
        try (BadClient bad = new BadClient(house)) {
            assertThat(bad.asksFor("/voice", "")).startsWith("HTTP/1.1 426");
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        assertThat(answered("X-Long: " + "a".repeat(10_000) + "\r\n")).containsAnyOf("400", "431");
    }

    @Test
    void compressionIsNotAgreedTo() throws IOException {
        try (BadClient bad = new BadClient(house)) {
            assertThat(bad.asks("Sec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Protocol: " + TICKET
                            + "\r\n"))
                    .startsWith("HTTP/1.1 101")
                    .doesNotContainIgnoringCase("sec-websocket-extensions");
            bad.frame(0xC2, new byte[100]); // compressed all the same
            assertThat(bad.closed()).isIn(1002, 4400);
        }
    }

    @Test
    void soundThatIsTooBigOrBrokenOrTooFastEndsTheLine() throws IOException {
        try (BadClient bad = inside()) {
            bad.sound(4_802);
            assertThat(bad.closed()).isEqualTo(1009);
        }
        try (BadClient bad = inside()) {
            bad.sound(100_000);
            assertThat(bad.closed()).isIn(1009, 1006);
        }
        try (BadClient bad = inside()) {
            bad.sound(641);
            assertThat(bad.closed()).isEqualTo(4400);
        }
        try (BadClient bad = inside()) {
            for (int k = 0; k < 500; k++) {
                bad.sound(640);
            }
            assertThat(bad.closed()).isEqualTo(4429);
        }
    }

    @Test
    void textThatIsNotOfTheProtocolEndsTheLine() throws IOException {
        for (String wrong : List.of(
                "not json",
                "{}",
                "[1]",
                "{\"v\":2,\"seq\":1,\"type\":\"bye\"}",
                "{\"v\":1,\"seq\":7,\"type\":\"bye\"}",
                "{\"v\":1,\"seq\":1,\"type\":\"nonsense\"}",
                "{\"v\":1,\"seq\":1,\"type\":\"speech\",\"state\":\"maybe\",\"at_ms\":0}",
                "[".repeat(10_000))) {
            try (BadClient bad = inside()) {
                bad.text(wrong);
                assertThat(bad.closed())
                        .as(wrong.substring(0, Math.min(40, wrong.length())))
                        .isEqualTo(4400);
            }
        }
    }

    @Test
    void textThatIsTooMuchEndsTheLine() throws IOException {
        try (BadClient bad = inside()) {
            bad.text("x".repeat(20_100));
            assertThat(bad.closed()).isIn(1009, 1006);
        }
        try (BadClient bad = inside()) {
            for (int k = 0; k < 400; k++) {
                bad.says("\"type\":\"ping\",\"sent_ms\":1");
            }
            assertThat(bad.closed()).isEqualTo(4429);
        }
    }

    @Test
    void askingTooOftenWhoIsThereEndsTheLine() throws IOException {
        for (int opcode : List.of(0x89, 0x8A)) {
            try (BadClient bad = inside()) {
                ByteArrayOutputStream burst = new ByteArrayOutputStream();
                for (int k = 0; k < 130; k++) {
                    burst.write(new byte[] {(byte) opcode, (byte) 0x80, 0, 0, 0, 0});
                }
                bad.out.write(burst.toByteArray()); // at once, so that the farewell is not lost behind unread rest
                assertThat(bad.closed()).isEqualTo(4429);
            }
        }
    }

    @Test
    void messagesInPiecesAndBytesThatAreNoTextEndTheLine() throws IOException {
        try (BadClient bad = inside()) {
            bad.frame(0x02, new byte[640]);
            assertThat(bad.closed()).isEqualTo(4400);
        }
        try (BadClient bad = inside()) {
            bad.frame(0x81, new byte[] {(byte) 0xC3, (byte) 0x28});
            assertThat(bad.closed()).isIn(1007, 1006, 4400);
        }
        try (BadClient bad = inside()) {
            bad.out.write(new byte[] {(byte) 0x82, 2, 0, 0}); // not masked
            assertThat(bad.closed()).isIn(1002, 1006);
        }
    }

    @Test
    void whoFallsSilentIsAskedAndThenLetGo() throws IOException {
        house.stop();
        house = listener(Duration.ofSeconds(5), Duration.ofMillis(150), "");
        try (BadClient bad = inside()) {
            assertThat(bad.closed()).isEqualTo(4408); // it never answered the ping
        }
    }

    @Test
    void theOperatorSeesWhoWasRefusedAndWhy() throws Exception {
        answered("");
        try (BadClient bad = inside()) {
            bad.hears(); // the line is seated
            assertThat(meters.text()).contains("sellmeapen_voice_lines 1\n");
            bad.sound(4_802);
            bad.closed();
        }
        meters.sent(new ServerMessage.Latency(1, 550, 600, 620, 700, null));
        MetersListener page = new MetersListener(List.of(meters), 0);
        int port = page.listen(0);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .build();
            String text =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(text)
                    .contains("sellmeapen_voice_refused_total{status=\"401\"} 1")
                    .contains("sellmeapen_voice_closed_total{reason=\"too big\"} 1")
                    .contains("sellmeapen_voice_lines 0\n")
                    .contains("sellmeapen_voice_answer_seconds_bucket{stage=\"first_audio\",le=\"0.5\"} 0\n")
                    .contains("sellmeapen_voice_answer_seconds_bucket{stage=\"first_audio\",le=\"0.8\"} 1\n");
        } finally {
            page.stop();
        }
    }

    @Test
    void whoWasRefusedStandsInTheLog() throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(Switchboard.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            answered("");
            answered("Sec-WebSocket-Protocol: " + TICKET + "\r\n");
            answered("Sec-WebSocket-Protocol: " + TICKET + "\r\n");
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("refused with 401: no ticket", "refused with 401: ticket unknown, spent or too old");
    }

    @Test
    void nobodyElseIsSlowedByThem() throws IOException {
        try (BadClient good = inside();
                BadClient bad = inside()) {
            bad.sound(4_802);
            bad.closed();
            good.says("\"type\":\"ping\",\"sent_ms\":1");
            good.says("\"type\":\"bye\"");
            assertThat(good.closed()).isEqualTo(4410);
        }
    }
}
