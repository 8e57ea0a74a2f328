package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The recording of a rehearsal as its people get it: in ranges, as a waveform, removed, or why it is not there. */
class RecordingTests extends HouseTest {

    private static final int MS = 8_000;
    private static final long LENGTH = 44 + MS * 24L * 4;

    /** The seller, a second of thought, the seller; then 1.6 s until the buyer answers. */
    private static final List<TestTape.Talk> TALK = List.of(
            new TestTape.Talk(Channel.REP, 500, 2_000),
            new TestTape.Talk(Channel.REP, 3_000, 4_000),
            new TestTape.Talk(Channel.BUYER, 5_600, 7_500));

    @Autowired
    Media media;

    @Autowired
    TrainingSessions sessions;

    @Autowired
    JdbcClient jdbc;

    private OrganisationId organisation;
    private Member rep;
    private Caller program;
    private UUID session;

    @BeforeEach
    void somebodySpokeAndWasRecorded() {
        organisation = organisation("Recordings");
        rep = member(organisation, Role.TRAINEE);
        program = program(rep);
        session = begun(program);
    }

    @Test
    void theFirstAndTheLastByteAndASuffixComeAlone() throws Exception {
        recorded();
        byte[] whole = get(null).body();
        assertThat(whole).hasSize((int) LENGTH).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<byte[]> first = get("bytes=0-0");
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.body()).containsExactly('R');
        assertThat(header(first, "Content-Range")).isEqualTo("bytes 0-0/" + LENGTH);
        HttpResponse<byte[]> last = get("bytes=" + (LENGTH - 1) + "-");
        assertThat(last.body()).containsExactly(whole[whole.length - 1]);
        HttpResponse<byte[]> suffix = get("bytes=-1000");
        assertThat(suffix.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 1000, whole.length));
        HttpResponse<byte[]> middle = get("bytes=23999-24100");
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(whole, 23_999, 24_101));
        HttpResponse<byte[]> over = get("bytes=" + (LENGTH - 10) + "-" + (LENGTH + 500));
        assertThat(over.statusCode()).isEqualTo(206);
        assertThat(over.body()).hasSize(10);
    }

    @Test
    void aRangeBeyondTheEndIsRefused() throws Exception {
        recorded();
        for (String asked : List.of("bytes=" + LENGTH + "-", "bytes=-0")) {
            HttpResponse<byte[]> refused = get(asked);
            assertThat(refused.statusCode()).as(asked).isEqualTo(416);
            assertThat(header(refused, "Content-Range")).as(asked).isEqualTo("bytes */" + LENGTH);
            assertThat(header(refused, "Content-Type")).as(asked).startsWith("application/problem+json");
        }
    }

    @Test
    void severalRangesAndThoseNobodyUnderstandsAreIgnored() throws Exception {
        recorded();
        for (String asked : List.of("bytes=0-1,5-6", "bytes=9-2", "seconds=1-2", "nonsense")) {
            HttpResponse<byte[]> whole = get(asked);
            assertThat(whole.statusCode()).as(asked).isEqualTo(200);
            assertThat(whole.body()).as(asked).hasSize((int) LENGTH);
        }
    }

    @Test
    void aPartIsAddedOnlyToWhatIsStillTheSame() throws Exception {
        recorded();
        String etag = header(get(null), "ETag");
        assertThat(etag).startsWith("\"").endsWith("\"");
        assertThat(send("GET", program, "bytes=0-9", etag).statusCode()).isEqualTo(206);
        for (String stale : List.of("\"another\"", "W/" + etag, "Sun, 06 Nov 1994 08:49:37 GMT")) {
            HttpResponse<byte[]> whole = send("GET", program, "bytes=0-9", stale);
            assertThat(whole.statusCode()).as(stale).isEqualTo(200);
            assertThat(whole.body()).as(stale).hasSize((int) LENGTH);
        }
    }

    @Test
    void headTellsTheLengthAndSendsNothing() throws Exception {
        recorded();
        HttpResponse<byte[]> head = send("HEAD", program, null, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(LENGTH));
        assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(head, "Content-Type")).isEqualTo("audio/wav");
    }

    @Test
    void pausesAreThoseThatSpeechFindsAndAreMeasuredOnce() {
        recorded();
        awaited(() -> program.get(path("/peaks?buckets=1")).body().has("pauses"));
        JsonNode peaks = program.get(path("/peaks?buckets=16")).body();
        assertThat(peaks.path("rep").size()).isEqualTo(16);
        assertThat(peaks.path("rep").get(2).asDouble()).isGreaterThan(0.05); // 1.0 to 1.5 s
        assertThat(peaks.path("buyer").get(2).asDouble()).isZero();
        assertThat(peaks.path("buyer").get(12).asDouble()).isGreaterThan(0.05); // 6.0 to 6.5 s
        List<JsonNode> pauses = peaks.path("pauses")
                .valueStream()
                .filter(RecordingTests::isLong)
                .toList();
        assertThat(pauses).hasSize(2);
        assertPause(pauses.get(0), 2_000, 3_000, false);
        assertPause(pauses.get(1), 4_000, 5_600, true);
        // What is stored is what is told again.
        in(() -> transactions.execute(_ -> jdbc.sql("update training_recording set pauses = '[]' where session_id = ?")
                .param(session)
                .update()));
        assertThat(program.get(path("/peaks?buckets=16")).body().path("pauses").size())
                .isZero();
    }

    private static boolean isLong(JsonNode pause) {
        return pause.path("end_ms").asInt() - pause.path("start_ms").asInt() >= 800;
    }

    private static void assertPause(JsonNode pause, int from, int to, boolean between) {
        assertThat(pause.path("start_ms").asInt()).isBetween(from - 150, from + 150);
        assertThat(pause.path("end_ms").asInt()).isBetween(to - 150, to + 150);
        assertThat(pause.path("between").asBoolean()).isEqualTo(between);
    }

    @Test
    void aStrangerFindsNothing() {
        recorded();
        Caller colleague = program(member(organisation, Role.TRAINEE));
        Caller stranger = program(member(organisation("Others"), Role.OWNER));
        for (Caller caller : List.of(colleague, stranger)) {
            for (String what : List.of("", "/audio", "/peaks")) {
                assertThat(caller.get(path(what)).status()).as(what).isEqualTo(404);
            }
            assertThat(caller.delete(path("")).status()).isEqualTo(404);
        }
        assertThat(program.get(path("")).body().path("state").asString()).isEqualTo("complete");
    }

    @Test
    void aManagerHearsWhatWasSharedAndThatIsNotedOnceAnHour() throws Exception {
        recorded();
        Caller manager = program(manager());
        Caller owner = program(member(organisation, Role.OWNER));
        String etag = owner.get("/api/v1/organisation").header("ETag");
        owner.patch("/api/v1/organisation", "{\"managers_see\":\"shared\"}", etag);
        assertThat(manager.get(path("/audio")).status()).isEqualTo(404);

        program.put("/api/v1/sessions/" + session + "/sharing", "{\"shared\":true}");
        assertThat(manager.send("HEAD", path("/audio"), null).status()).isEqualTo(200);
        assertThat(heard()).isZero();
        // Not from the first byte on, and heard nevertheless.
        assertThat(send("GET", manager, "bytes=5000-9000", null).statusCode()).isEqualTo(206);
        assertThat(send("GET", manager, "bytes=0-", null).statusCode()).isEqualTo(206);
        assertThat(heard()).isEqualTo(1);
        CLOCK.forward(Duration.ofHours(1));
        assertThat(send("GET", manager, null, null).statusCode()).isEqualTo(200);
        assertThat(heard()).isEqualTo(2);
        assertThat(send("GET", program, null, null).statusCode()).isEqualTo(200);
        assertThat(heard()).isEqualTo(2);

        assertThat(manager.delete(path("")).status()).isEqualTo(404);
        program.put("/api/v1/sessions/" + session + "/sharing", "{\"shared\":false}");
        assertThat(manager.get(path("/audio")).status()).isEqualTo(404);
    }

    @Test
    void whoseTokenWasRevokedHearsNothing() {
        recorded();
        Caller browser = browser(rep);
        JsonNode made = browser.post("/api/v1/tokens", "{\"name\":\"ears\",\"scopes\":[\"read\"]}")
                .body();
        Caller reader = caller().bearing(made.path("token").asString());
        assertThat(reader.get(path("/audio")).status()).isEqualTo(200);
        assertThat(reader.delete(path("")).status()).isEqualTo(403);
        String line = "/api/v1/tokens/" + made.path("id").asString();
        assertThat(browser.delete(line).status()).isEqualTo(204);
        assertThat(reader.get(path("/audio")).status()).isEqualTo(401);
    }

    @Test
    void itsPersonTakesItAwayAndTheWordsStay() {
        recorded();
        assertThat(program.delete(path("")).status()).isEqualTo(204);
        assertThat(program.get(path("/audio")).status()).isEqualTo(404);
        assertThat(program.get(path("/peaks")).status()).isEqualTo(404);
        assertThat(why()).isEqualTo("removed");
        assertThat(program.delete(path("")).status()).isEqualTo(404);
        assertThat(program.get("/api/v1/sessions/" + session)
                        .body()
                        .path("turns")
                        .size())
                .isPositive();
        assertThat(audited("recording.deleted")).isEqualTo(1);
        // Whoever took it away is not recorded again by going on.
        program.post("/api/v1/sessions/" + session + "/voice-tickets", "{\"recording\":true}");
        assertThat(in(() -> media.of(session))).isEmpty();
        assertThat(why()).isEqualTo("removed");
    }

    @Test
    void itGoesWithItsPersonWhoIsErased() throws Exception {
        recorded();
        Caller admin = program(member(organisation, Role.ADMIN));
        UUID others = session;
        Member colleague = member(organisation, Role.TRAINEE);
        UUID kept = begun(program(colleague));
        assertThat(program.post("/api/v1/people/" + rep.id() + "/erasure", "{}").status())
                .isEqualTo(403);
        assertThat(admin.post("/api/v1/people/" + rep.id() + "/erasure", "{}").status())
                .isEqualTo(204);
        assertThat(in(() -> media.of(others))).isEmpty();
        assertThat(admin.get(path("/audio")).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/sessions/" + others).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/people/" + rep.id()).status()).isEqualTo(404);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(tenancy.account(rep.id())).isEmpty();
        assertThat(audited("person.erased", "person:" + rep.id())).isEqualTo(1);
        assertThat(program(colleague).get("/api/v1/sessions/" + kept).status()).isEqualTo(200);
    }

    @Test
    void whyThereIsNoneIsTold() {
        assertThat(why()).isEqualTo("typed");
        in(() -> transactions.execute(_ -> {
            sessions.sounded(new TrainingSessionId(session), 0, new PlayedTurn.Sound(0, 900, false));
            return true;
        }));
        assertThat(why()).isEqualTo("not_made");
        String tickets = "/api/v1/sessions/" + session + "/voice-tickets";
        assertThat(program.post(tickets, "{\"recording\":false}").status()).isEqualTo(201);
        assertThat(why()).isEqualTo("not_agreed");
        Caller owner = program(member(organisation, Role.OWNER));
        String etag = owner.get("/api/v1/organisation").header("ETag");
        owner.patch("/api/v1/organisation", "{\"record_voice\":false}", etag);
        program.post(tickets, "{\"recording\":true}");
        assertThat(why()).isEqualTo("switched_off");
        assertThat(in(() -> media.of(session))).isEmpty();
    }

    @Test
    void whoAgreedAndSaidNothingUntilItWasSwitchedOffIsToldSo() {
        String tickets = "/api/v1/sessions/" + session + "/voice-tickets";
        assertThat(program.post(tickets, "{\"recording\":true}").status()).isEqualTo(201);
        Caller owner = program(member(organisation, Role.OWNER));
        String etag = owner.get("/api/v1/organisation").header("ETag");
        owner.patch("/api/v1/organisation", "{\"record_voice\":false}", etag);
        program.post(tickets, "{\"recording\":true}");
        assertThat(why()).isEqualTo("switched_off");
    }

    @Test
    void whatIsKeptFollowsTheOrganisationsRule() {
        recorded();
        Caller owner = program(member(organisation, Role.OWNER));
        String etag = owner.get("/api/v1/organisation").header("ETag");
        assertThat(owner.patch("/api/v1/organisation", "{\"keep_recordings_days\":7}", etag)
                        .status())
                .isEqualTo(200);
        Supplier<Duration> kept = () -> in(() -> {
            var view = media.of(session).orElseThrow();
            return Duration.between(view.startedAt(), view.keptUntil());
        });
        awaited(() -> kept.get().equals(Duration.ofDays(7)));
    }

    /** What follows a commit on another thread; half a minute at most. */
    private static void awaited(Supplier<Boolean> there) {
        for (long end = System.nanoTime() + 30_000_000_000L; !there.get(); ) {
            assertThat(System.nanoTime())
                    .as("it did not come within half a minute")
                    .isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void recorded() {
        TestTape.record(media, transactions, rep, session, MS, TALK);
        in(() -> transactions.execute(_ -> {
            sessions.sounded(new TrainingSessionId(session), 0, new PlayedTurn.Sound(500, 4_000, false));
            return true;
        }));
    }

    private static UUID begun(Caller caller) {
        UUID id =
                UUID.fromString(caller.post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                        .body()
                        .path("id")
                        .asString());
        caller.post("/api/v1/sessions/" + id + "/start", "{}");
        caller.post("/api/v1/sessions/" + id + "/turns", "{\"text\":\"Good morning. How do you sign things today?\"}");
        return id;
    }

    private Member manager() {
        Member lead = member(organisation, Role.MANAGER);
        TeamId team = new TeamId(ids.next());
        OrganisationScope.within(
                organisation,
                () -> transactions.execute(_ -> {
                    tenancy.form(team, "Team of " + lead.id());
                    tenancy.place(lead.id(), team, true);
                    tenancy.place(rep.id(), team, false);
                    return true;
                }));
        return lead;
    }

    private String path(String what) {
        return "/api/v1/sessions/" + session + "/recording" + what;
    }

    private String why() {
        JsonNode view = program.get(path("")).body();
        assertThat(view.path("state").asString()).isEqualTo("none");
        return view.path("absent_because").asString();
    }

    private long heard() {
        return audited("recording.heard");
    }

    private long audited(String action) {
        return audited(action, "session:" + session);
    }

    private long audited(String action, String subject) {
        return in(() -> transactions.execute(
                _ -> jdbc.sql("select count(*) from audit_entry where action = :action and subject = :subject")
                        .param("action", action)
                        .param("subject", subject)
                        .query(Long.class)
                        .single()));
    }

    private <T> T in(Supplier<T> work) {
        return OrganisationScope.within(organisation, rep.id(), work::get);
    }

    private HttpResponse<byte[]> get(String range) throws IOException, InterruptedException {
        return send("GET", program, range, null);
    }

    private HttpResponse<byte[]> send(String method, Caller who, String range, String unchangedSince)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path("/audio")))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", who.header("Authorization"));
        if (range != null) {
            request.header("Range", range);
        }
        if (unchangedSince != null) {
            request.header("If-Range", unchangedSince);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
