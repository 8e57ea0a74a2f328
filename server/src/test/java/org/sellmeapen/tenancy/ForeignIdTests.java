package org.sellmeapen.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;

/** An id of somebody else's is answered exactly as one that never was. */
class ForeignIdTests extends HouseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/people/PERSON |",
                "PATCH  | /api/v1/people/PERSON | {\"active\":false}",
                "DELETE | /api/v1/people/PERSON |",
                "POST   | /api/v1/people/PERSON/recovery-links | {}",
                "POST   | /api/v1/people/PERSON/erasure | {}",
                "GET    | /api/v1/teams/TEAM |",
                "PATCH  | /api/v1/teams/TEAM | {\"name\":\"Mine now\"}",
                "DELETE | /api/v1/teams/TEAM |",
                "GET    | /api/v1/teams/TEAM/members |",
                "PUT    | /api/v1/teams/TEAM/members/PERSON | {\"lead\":true}",
                "PUT    | /api/v1/teams/OWN/members/PERSON | {\"lead\":true}",
                "DELETE | /api/v1/teams/OWN/members/PERSON |",
                "DELETE | /api/v1/invitations/INVITATION |",
                "DELETE | /api/v1/tokens/TOKEN |",
                "DELETE | /api/v1/me/sign-ins/SIGNIN |",
            })
    void isAnsweredLikeOneThatNeverWas(String method, String path, @Nullable String body) {
        OrganisationId ink = organisation("Ink");
        Member mine = member(ink, Role.OWNER);
        Member theirs = member(organisation("Quill"), Role.OWNER);
        Caller caller = browser(mine);
        Caller foreign = browser(theirs);
        String own = id(caller.post("/api/v1/teams", "{\"name\":\"Own\"}"));
        String team = id(foreign.post("/api/v1/teams", "{\"name\":\"East\"}"));
        String invitation = id(foreign.post(
                "/api/v1/invitations",
                "{\"email\":\"x-%s@example.org\",\"role\":\"trainee\"}".formatted(UUID.randomUUID())));
        String token = id(foreign.post("/api/v1/tokens", "{\"name\":\"CI\",\"scopes\":[\"read\"]}"));
        String signIn =
                foreign.get("/api/v1/me/sign-ins").body().at("/items/0/id").asString();
        caller.with("If-Match", "\"1\"");

        Caller.Answer foreignId = caller.send(
                method,
                path.replace("PERSON", theirs.id().toString())
                        .replace("TEAM", team)
                        .replace("OWN", own)
                        .replace("INVITATION", invitation)
                        .replace("TOKEN", token)
                        .replace("SIGNIN", signIn),
                body);
        Caller.Answer random = caller.send(
                method,
                path.replace("OWN", own)
                        .replaceAll(
                                "PERSON|TEAM|INVITATION|TOKEN|SIGNIN",
                                UUID.randomUUID().toString()),
                body);
        Caller.Answer noId = caller.send(
                method, path.replace("OWN", own).replaceAll("PERSON|TEAM|INVITATION|TOKEN|SIGNIN", "no-id"), body);

        assertThat(foreignId.status()).isEqualTo(404).isEqualTo(random.status()).isEqualTo(noId.status());
        assertThat(foreignId.code()).isEqualTo("not-found").isEqualTo(noId.code());
        assertThat(foreignId.headerNames()).isEqualTo(random.headerNames());
        for (String part : new String[] {"type", "title", "detail", "code", "status"}) {
            assertThat(foreignId.body().path(part)).isEqualTo(random.body().path(part));
        }
    }

    private static String id(Caller.Answer answer) {
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asString();
    }
}
