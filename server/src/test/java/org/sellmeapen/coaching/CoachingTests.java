package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.audio.Decoder;
import org.sellmeapen.audio.Encoded;
import org.sellmeapen.console.CommandLineSpeech;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.media.BeginRecording;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.Recorder;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was said in a rehearsal, measured after it, told to whom it may be told, practised and compared. */
class CoachingTests extends HouseTest {

    private static final int RATE = SpokenSound.RATE;
    private static final int FRAME = 480;
    private static final short[] VOICE = SpokenSound.VOICE;

    @Autowired
    Media media;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private OrganisationId organisation;
    private Member rep;
    private Caller program;

    @BeforeEach
    void somebodyRehearses() {
        organisation = organisation("Speakers");
        rep = member(organisation, Role.TRAINEE);
        program = program(rep);
    }

    @Test
    void aSpokenSessionIsMeasuredWhenItIsOverAndTellsWhatToPractise() throws Exception {
        UUID session = spoken(7, 2.4);
        JsonNode told = measured(session);
        assertThat(told.path("report").path("seconds").asDouble()).isBetween(30.0, 90.0);
        assertThat(told.path("timeline").path("sides").size()).isEqualTo(2);
        assertThat(told.path("figures").path("long_pauses_per_minute").asDouble())
                .as(told.toString())
                .isGreaterThan(0.5);
        JsonNode findings = told.path("findings");
        assertThat(findings.size()).as(told.toString()).isBetween(1, 3);
        for (JsonNode finding : findings) {
            assertThat(finding.path("moments").size()).isPositive();
            assertThat(finding.path("formula").asString()).isNotBlank();
            assertThat(finding.path("rank").asDouble()).isPositive();
        }
        JsonNode drills = program.get("/api/v1/drills").body().path("items");
        assertThat(drills.size()).isEqualTo(findings.size());
        assertThat(drills.get(0).path("due").asBoolean()).isTrue();
        assertThat(drills.get(0).path("session_id").asString()).isEqualTo(session.toString());
    }

    @Test
    void theSameSoundGivesTheSameNumbersInTheRoomAsAnUploadAndOnTheCommandLine() throws Exception {
        UUID session = spoken(7, 1.0);
        JsonNode room = measured(session).path("report");
        byte[] wav = audio(session);
        Path file = Files.write(folder.resolve("call.wav"), wav);
        Decoder decoder = new Decoder();
        JsonNode uploaded =
                upload("/api/v1/speech-measurements?language=en", wav).body();
        assertThat(uploaded).isEqualTo(room);
        assertThat(json.readTree(CommandLineSpeech.json(file))).isEqualTo(room);
        assertThat(room.path("pauses").path("list").size()).isGreaterThan(3); // there is something to be equal about
        if (decoder.program().isPresent()) {
            Path flac = new Encoded(decoder.program().orElseThrow(), folder).as("call.flac", file);
            assertThat(upload("/api/v1/speech-measurements", Files.readAllBytes(flac))
                            .body())
                    .isEqualTo(room);
            assertThat(json.readTree(CommandLineSpeech.json(flac))).isEqualTo(room);
        }
        assertThat(recordedPauses(session)).isEqualTo(pausesOf(room));
    }

    @Test
    void aTypedSessionIsNotMeasuredAndSaysWhy() {
        UUID session = begun();
        program.post("/api/v1/sessions/" + session + "/end", "{}");
        JsonNode told = program.get("/api/v1/sessions/" + session + "/speech").body();
        assertThat(told.path("state").asString()).isEqualTo("not_measured");
        assertThat(told.path("because").asString()).isEqualTo("typed");
        assertThat(told.has("report")).isFalse();
    }

    @Test
    void aManagerSeesTheirPeopleAndNobodyElseAnybody() throws Exception {
        UUID session = spoken(7, 2.4);
        measured(session);
        Caller lead = program(leading());
        Caller colleague = program(member(organisation, Role.TRAINEE));
        Caller otherLead = program(member(organisation, Role.MANAGER));
        Caller stranger = program(member(organisation("Others"), Role.OWNER));
        String speech = "/api/v1/sessions/" + session + "/speech";
        String trends = "/api/v1/speech-trends?person_id=" + rep.id();
        assertThat(lead.get(speech).status()).isEqualTo(200);
        assertThat(lead.get(trends).body().path("sessions").asInt()).isEqualTo(1);
        assertThat(lead.get("/api/v1/speech-overview").body().path("rows").size())
                .isEqualTo(1);
        for (Caller other : List.of(colleague, otherLead, stranger)) {
            assertThat(other.get(speech).status()).isEqualTo(404);
            assertThat(other.get(trends).status()).isEqualTo(404);
            assertThat(other.get("/api/v1/sessions/" + session + "/recording/audio")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(otherLead.get("/api/v1/speech-overview").body().path("rows").size())
                .isZero();
        assertThat(stranger.get("/api/v1/speech-overview").body().path("rows").size())
                .isZero();
        JsonNode all = program(member(organisation, Role.OWNER))
                .get("/api/v1/speech-overview")
                .body();
        assertThat(all.path("rows").size()).isEqualTo(1);
        // Exercises are one's own.
        String drill = "/api/v1/drills/"
                + program.get("/api/v1/drills")
                        .body()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        assertThat(lead.get(drill).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotSharedIsNoPartOfWhatManagersSee() throws Exception {
        UUID session = spoken(7, 2.4);
        measured(session);
        Caller lead = program(leading());
        Caller owner = program(member(organisation, Role.OWNER));
        String etag = owner.get("/api/v1/organisation").header("ETag");
        owner.patch("/api/v1/organisation", "{\"managers_see\":\"shared\"}", etag);
        assertThat(lead.get("/api/v1/speech-overview").body().path("rows").size())
                .isZero();
        assertThat(lead.get("/api/v1/sessions/" + session + "/speech").status()).isEqualTo(404);
        program.put("/api/v1/sessions/" + session + "/sharing", "{\"shared\":true}");
        assertThat(lead.get("/api/v1/speech-overview").body().path("rows").size())
                .isEqualTo(1);
        assertThat(program.get("/api/v1/speech-trends").body().path("sessions").asInt())
                .isEqualTo(1);
    }

    @Test
    void aDrillIsHeardAtOnceAndComesBackByHowItWent() throws Exception {
        measured(spoken(7, 2.4));
        JsonNode drill = program.get("/api/v1/drills").body().path("items").get(0);
        String path = "/api/v1/drills/" + drill.path("id").asString();
        Caller.Answer tooShort = upload(path + "/takes", SpokenSound.wav(1, 0.5));
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.code()).isEqualTo("take-too-short");
        Caller.Answer take = upload(path + "/takes", SpokenSound.wav(6, 0.6));
        assertThat(take.status()).isEqualTo(201);
        assertThat(take.body().path("take").path("score").asInt()).isBetween(0, 100);
        assertThat(take.body().path("take").path("checks").size()).isPositive();
        JsonNode after = program.get(path).body();
        assertThat(after.path("takes").size()).isEqualTo(1);
        assertThat(after.path("due").asBoolean()).isFalse();
        boolean passed = take.body().path("passed").asBoolean();
        assertThat(after.path("stage").asInt()).isEqualTo(passed ? 1 : 0);
        CLOCK.forward(Duration.ofDays(passed ? 3 : 1));
        assertThat(program.get(path).body().path("due").asBoolean()).isTrue();
    }

    @Test
    void whatIsNoRecordingIsRefusedAndNothingStays() throws Exception {
        long before = uploadsLeft();
        Caller.Answer answer = upload("/api/v1/speech-measurements", "#EXTM3U\nfile:///etc/passwd\n".getBytes());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("not-audio");
        assertThat(upload("/api/v1/speech-measurements?language=;drop", SpokenSound.wav(1, 0.5))
                        .status())
                .isEqualTo(400);
        assertThat(uploadsLeft()).isEqualTo(before);
    }

    @Test
    void theWeightsAreTheOrganisationsAndMakeAHundred() throws Exception {
        Caller owner = program(member(organisation, Role.OWNER));
        String weights = "{\"clarity\":{\"pace\":%d,\"fillers\":30,\"pauses\":20,\"recognised_words\":0},"
                + "\"confidence\":{\"hedges\":30,\"fillers\":25,\"long_pauses\":25,\"steady_level\":20}}";
        assertThat(program.put("/api/v1/speech-weights", weights.formatted(50)).status())
                .isEqualTo(403);
        assertThat(owner.put("/api/v1/speech-weights", weights.formatted(49)).status())
                .isEqualTo(400);
        assertThat(owner.put(
                                "/api/v1/speech-weights",
                                weights.formatted(50)
                                        .replace("\"fillers\":30,\"pauses\"", "\"fillers\":null,\"pauses\""))
                        .status())
                .isEqualTo(400);
        assertThat(owner.put("/api/v1/speech-weights", weights.formatted(50)).status())
                .isEqualTo(200);
        JsonNode metrics = program.get("/api/v1/speech-metrics").body();
        assertThat(metrics.path("weights").path("clarity").path("pace").asInt()).isEqualTo(50);
        assertThat(metrics.path("figures").size()).isGreaterThan(10);
        JsonNode told = measured(spoken(7, 1.0)).path("report").path("parts").path("clarity");
        assertThat(told.get(0).path("weight").asInt()).isEqualTo(50);
        assertThat(program(member(organisation("Others"), Role.OWNER))
                        .get("/api/v1/speech-metrics")
                        .body()
                        .path("weights")
                        .path("own")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aRecordingThatIsTakenAwayTakesWhatWasMeasuredOfItAlong() throws Exception {
        UUID session = spoken(7, 2.4);
        measured(session);
        assertThat(program.delete("/api/v1/sessions/" + session + "/recording").status())
                .isEqualTo(204);
        JsonNode told = program.get("/api/v1/sessions/" + session + "/speech").body();
        assertThat(told.path("state").asString()).isEqualTo("not_measured");
        assertThat(told.path("because").asString()).isEqualTo("removed");
        assertThat(program.get("/api/v1/speech-trends").body().path("sessions").asInt())
                .isZero();
        assertThat(program.get("/api/v1/drills").body().path("items").size()).isZero();
    }

    @Test
    void aSessionThatIsDeletedTakesItsAnalysisAlong() throws Exception {
        UUID session = spoken(7, 2.4);
        measured(session);
        Caller owner = program(member(organisation, Role.OWNER));
        String etag = owner.get("/api/v1/organisation").header("ETag");
        owner.patch("/api/v1/organisation", "{\"owners_may_delete_sessions\":true}", etag);
        assertThat(program.delete("/api/v1/sessions/" + session).status()).isEqualTo(204);
        assertThat(program.get("/api/v1/speech-trends").body().path("sessions").asInt())
                .isZero();
        assertThat(program.get("/api/v1/drills").body().path("items").size()).isZero();
    }

    // --- Sound ----------------------------------------------------------------------------------------------------

    /** A rehearsal in which the seller says so much, the buyer once in its last silence, recorded, then ended. */
    private UUID spoken(int times, double pauseS) {
        UUID session = begun();
        short[] left = SpokenSound.said(times, pauseS);
        int length = left.length + 3 * RATE + VOICE.length / 2;
        OrganisationScope.within(organisation, rep.id(), () -> {
            var id = transactions.execute(_ -> media.begin(new BeginRecording(session, rep.id(), "rehearsal", 90)));
            try (Recorder recorder = media.open(id)) {
                for (int at = 0; at + FRAME <= length; at += FRAME) {
                    short[] one = new short[FRAME];
                    short[] other = new short[FRAME];
                    for (int i = 0; i < FRAME; i++) {
                        one[i] = at + i < left.length ? left[at + i] : 0;
                        int there = at + i - left.length - RATE;
                        other[i] = there >= 0 && there < VOICE.length / 2 ? VOICE[there] : 0;
                    }
                    recorder.write(Channel.REP, at, one, 0, FRAME);
                    recorder.write(Channel.BUYER, at, other, 0, FRAME);
                    if (at % (3 * RATE) == 0) {
                        LockSupport.parkNanos(120_000_000); // the disk keeps pace with people, not with tests
                    }
                }
            }
            return true;
        });
        assertThat(program.post("/api/v1/sessions/" + session + "/end", "{}").status())
                .isLessThan(300);
        return session;
    }

    private UUID begun() {
        UUID id =
                UUID.fromString(program.post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                        .body()
                        .path("id")
                        .asString());
        program.post("/api/v1/sessions/" + id + "/start", "{}");
        program.post("/api/v1/sessions/" + id + "/turns", "{\"text\":\"Good morning. How do you sign things today?\"}");
        return id;
    }

    private JsonNode measured(UUID session) {
        String path = "/api/v1/sessions/" + session + "/speech";
        Supplier<JsonNode> told = () -> program.get(path).body();
        for (long end = System.nanoTime() + 60_000_000_000L; ; ) {
            JsonNode now = told.get();
            if (now.path("state").asString().equals("measured")) {
                return now;
            }
            assertThat(System.nanoTime())
                    .as("not measured within a minute: " + now)
                    .isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** Start and end in milliseconds of each pause on the waveform, which is heard apart from the analysis. */
    private List<String> recordedPauses(UUID session) {
        String path = "/api/v1/sessions/" + session + "/recording/peaks";
        for (long end = System.nanoTime() + 60_000_000_000L; ; ) {
            JsonNode pauses = program.get(path).body().path("pauses");
            if (pauses.isArray()) {
                List<String> told = new ArrayList<>();
                pauses.forEach(pause -> told.add(pause.path("start_ms").asLong() + "-"
                        + pause.path("end_ms").asLong()));
                return told;
            }
            assertThat(System.nanoTime()).as("no pauses within a minute").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static List<String> pausesOf(JsonNode report) {
        List<JsonNode> all = new ArrayList<>();
        report.path("pauses").path("list").forEach(all::add);
        report.path("response_delays").path("list").forEach(all::add);
        return all.stream()
                .sorted(Comparator.comparingDouble(span -> span.path("start_s").asDouble()))
                .map(span -> Math.round(1_000 * span.path("start_s").asDouble()) + "-"
                        + Math.round(1_000 * span.path("end_s").asDouble()))
                .toList();
    }

    private Member leading() {
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

    private byte[] audio(UUID session) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/sessions/" + session + "/recording/audio"))
                .header("Authorization", program.header("Authorization"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private Caller.Answer upload(String path, byte[] sound) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace(";", "%3B")))
                .header("Authorization", program.header("Authorization"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sound))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new Caller.Answer(answer.statusCode(), answer.headers(), answer.body(), json.readTree(answer.body()));
    }

    private static long uploadsLeft() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".upload"))
                    .count();
        }
    }
}
