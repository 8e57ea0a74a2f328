package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.sellmeapen.tenancy.Role;

class BodyLimitTests extends HouseTest {

    private static final String TEAM = "{\"name\":\"%s\"}";

    @Test
    void anAnnouncedBodyBeyondTheLimitIsRefused() {
        Caller owner = program(member(organisation("Ink"), Role.OWNER));
        Caller.Answer answer = owner.post("/api/v1/teams", TEAM.formatted("x".repeat(1_100_000)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
        assertThat(owner.get("/api/v1/teams").body().path("items").size()).isZero();
    }

    @Test
    void anUnannouncedOneIsRefusedOnceItGoesBeyond() throws IOException, InterruptedException {
        byte[] body = TEAM.formatted("x".repeat(1_100_000)).getBytes();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/sign-in"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
