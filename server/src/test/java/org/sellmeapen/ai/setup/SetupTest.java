package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.simulators.Server;
import org.sellmeapen.simulators.Simulators;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation with simulated vendors, and what its owner asks of them. */
abstract class SetupTest extends HouseTest {

    static final String MODELS = "/api/v1/organisation/models";
    static final Prompt ASKED = Prompt.of("Be short.", "Hello, may I show you a pen?", 100);
    private static @Nullable Server vendors;

    @Autowired
    Models models;

    OrganisationId ink = new OrganisationId(new java.util.UUID(0, 1));
    Caller owner = caller();

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

    String key(String value) {
        Caller.Answer made =
                owner.post("/api/v1/organisation/keys", "{\"name\":\"K\",\"value\":\"%s\"}".formatted(value));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.body().path("id").asString();
    }

    String key() {
        return key("simulated-key-0123456789");
    }

    static String entry(String provider, String model, String key, String more) {
        return """
                {"provider":"%s","model":"%s","key_id":"%s","base_url":"http://127.0.0.1:%d/%s"%s}""".formatted(provider, model, key, VENDOR_PORT, provider, more);
    }

    static String talk(String... entries) {
        return """
                {"functions":[{"function":"talk","entries":[%s]}],"allow_hosts":["127.0.0.1:%d"]}""".formatted(String.join(",", entries), VENDOR_PORT);
    }

    Caller.Answer put(String body) {
        String etag = owner.get(MODELS).header("ETag");
        Caller.Answer answer = owner.with("If-Match", etag).put(MODELS, body);
        owner.without("If-Match");
        return answer;
    }

    void set(String body) {
        Caller.Answer answer = put(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    Answer answer() throws Exception {
        return models.language(ink, Purpose.TALK).orElseThrow().answer(ASKED, AnswerSink.NONE);
    }

    static final String PRICES = ",\"prices\":{\"input_per_million_usd\":2,\"output_per_million_usd\":10}";
}
