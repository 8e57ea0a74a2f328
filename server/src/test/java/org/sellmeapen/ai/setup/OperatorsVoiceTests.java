package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.Hearing;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.ai.Speaking;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Told;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.ai.compatible.CompatibleServer;
import org.sellmeapen.ai.compatible.CompatibleSpeechToText;
import org.sellmeapen.ai.compatible.CompatibleTextToSpeech;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.simulators.Server;
import org.sellmeapen.simulators.Simulators;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What goes to servers that the operator named needs no leave, and stands on the list of whoever it is of. */
class OperatorsVoiceTests extends HouseTest {

    private static @Nullable Server vendors;

    @Autowired
    private OrganisationModels models;

    @Autowired
    private Connections connections;

    private OrganisationId ink = new OrganisationId(new UUID(0, 1));
    private Caller owner = caller();

    @BeforeAll
    static void simulatedVendors() throws Exception {
        vendors = Simulators.serve(VENDOR_PORT, Optional.empty());
    }

    @AfterAll
    static void close() throws Exception {
        if (vendors != null) {
            vendors.close();
        }
    }

    @BeforeEach
    void anOrganisation() {
        ink = organisation("Ink");
        owner = program(member(ink, Role.OWNER));
    }

    private static CompatibleServer server(String path) {
        return new CompatibleServer(
                CompatibleServer.endpoint("http://127.0.0.1:" + VENDOR_PORT + "/sound/compatible", path),
                "simulated-key-0123456789",
                "tts-1",
                CompatibleServer.Limits.USUAL);
    }

    private Senses senses() {
        return new OrganisationSenses(
                models,
                Hearing.with(
                        new CompatibleSpeechToText(server("/audio/transcriptions"), Timing.real()),
                        true,
                        List.of(),
                        CLOCK),
                Speaking.with(
                        new CompatibleTextToSpeech(server("/audio/speech"), List.of("alloy"), Timing.real()),
                        true,
                        List.of()),
                connections,
                CLOCK);
    }

    private List<JsonNode> left(Caller who) {
        return who.get("/api/v1/egress")
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("state").asString().equals("ended"))
                .toList();
    }

    @Test
    void whatIsSaidAndHeardThereStandsOnTheListOfWhoseItIs() throws Exception {
        Senses senses = senses();
        Heard heard = new Heard();
        senses.mouths(ink, "en")
                .inOrder()
                .getFirst()
                .voice()
                .speak(new Utterance("The pen writes.", "en", Voices.of("ada", "en")), heard);
        assertThat(heard.ms()).isPositive();
        Told told = new Told();
        try (Transcribing stream =
                senses.ears(ink, "en").inOrder().getFirst().ear().open(new TranscriptionWish("en", 16_000), told)) {
            stream.audio(new short[16_000], 0, 16_000);
            stream.endOfUtterance();
            assertThat(told.text().text()).isEqualTo("good morning");
        }
        Awaitility.await().until(() -> left(owner).size() == 2);
        assertThat(left(owner))
                .extracting(line -> line.path("purpose").asString())
                .containsExactlyInAnyOrder("speak", "hear");
        assertThat(left(owner)).allSatisfy(line -> {
            assertThat(line.path("sent_bytes").asLong()).isPositive();
            assertThat(line.path("received_bytes").asLong()).isPositive();
        });
        assertThat(owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        Caller other = program(member(organisation("Quill"), Role.OWNER));
        assertThat(other.get("/api/v1/egress").body().path("items").size()).isZero();
    }
}
