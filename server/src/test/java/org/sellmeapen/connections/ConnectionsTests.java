package org.sellmeapen.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConnectionsTests extends HouseTest {

    private static final String KEY = "sk-very-secret-0123456789abcdWXYZ";

    @Autowired
    private Connections connections;

    @Autowired
    private AllowedHosts hosts;

    @Autowired
    private EgressLog log;

    @Autowired
    private Sweeps sweeps;

    @Autowired
    private JdbcClient jdbc;

    private OrganisationId ink = new OrganisationId(new UUID(0, 1));
    private Caller owner = caller();

    @BeforeEach
    void anOrganisation() {
        ink = organisation("Ink");
        owner = program(member(ink, Role.OWNER));
    }

    private static String id(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private List<String> audited() {
        return OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> jdbc.sql(
                                "select action || ' ' || detail from audit_entry where action like 'key.%' or action like 'host.%' order by id")
                        .query(String.class)
                        .list()));
    }

    @Test
    void aKeyComesInAndOnlyItsEndingGoesOut() {
        Caller.Answer made =
                owner.post("/api/v1/organisation/keys", "{\"name\":\"A vendor\",\"value\":\"" + KEY + "\"}");
        String id = id(made);
        Caller.Answer one = owner.get("/api/v1/organisation/keys/" + id);
        Caller.Answer all = owner.get("/api/v1/organisation/keys");

        assertThat(one.body().path("ending").asString()).isEqualTo("WXYZ");
        assertThat(made.text() + one.text() + all.text()).doesNotContain("secret");
        assertThat(connections.key(ink, new KeyId(UUID.fromString(id)))).contains(new Secret(KEY));
        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    byte[] sealed = jdbc.sql("select sealed from connections_secret where id = ?")
                            .param(UUID.fromString(id))
                            .query(byte[].class)
                            .single();
                    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("secret");
                    return true;
                }));
        assertThat(audited())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("key.set")
                .doesNotContain("secret");
    }

    @Test
    void theKeyFileIsReadableByItsOwnerAlone() throws Exception {
        id(owner.post("/api/v1/organisation/keys", "{\"name\":\"A vendor\",\"value\":\"" + KEY + "\"}"));
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder().resolve("keys").resolve("connections"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyIsRotatedUnderItsVersionAndRemoved() {
        String id = id(owner.post("/api/v1/organisation/keys", "{\"name\":\"A\",\"value\":\"" + KEY + "\"}"));
        String path = "/api/v1/organisation/keys/" + id;
        String etag = owner.get(path).header("ETag");
        String fresh = "{\"value\":\"sk-another-secret-4321\"}";
        assertThat(owner.put(path, fresh).code()).isEqualTo("version-missing");
        assertThat(owner.with("If-Match", etag).put(path, fresh).status()).isEqualTo(200);
        assertThat(owner.put(path, fresh).code()).isEqualTo("version-stale");
        owner.without("If-Match");
        assertThat(owner.get(path).body().path("ending").asString()).isEqualTo("4321");
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).code()).isEqualTo("not-found");
        assertThat(connections.key(ink, new KeyId(UUID.fromString(id)))).isEmpty();
        assertThat(audited())
                .extracting(line -> line.split(" ")[0])
                .containsExactly("key.set", "key.rotated", "key.removed");
    }

    @Test
    void aKeyOfAnotherOrganisationDoesNotOpenEvenWhenItsRowIsCopied() {
        String id = id(owner.post("/api/v1/organisation/keys", "{\"name\":\"A\",\"value\":\"" + KEY + "\"}"));
        OrganisationId quill = organisation("Quill");
        Caller stranger = program(member(quill, Role.OWNER));
        assertThat(stranger.get("/api/v1/organisation/keys/" + id).code()).isEqualTo("not-found");
        assertThat(stranger.get("/api/v1/organisation/keys")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(connections.key(quill, new KeyId(UUID.fromString(id)))).isEmpty();
        byte[] sealed = OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> jdbc.sql("select sealed from connections_secret")
                        .query(byte[].class)
                        .single()));
        OrganisationScope.within(
                quill,
                () -> transactions.execute(_ -> jdbc.sql("""
                                insert into connections_secret (organisation_id, id, name, sealed, ending, set_by, set_at)
                                values (?, ?, 'stolen', ?, '', ?, now())""")
                        .params(quill.value(), UUID.fromString(id), sealed, UUID.fromString(id))
                        .update()));
        assertThatThrownBy(() -> connections.key(quill, new KeyId(UUID.fromString(id))))
                .isInstanceOf(ConnectionKeyMissing.class);
    }

    @Test
    void theOrganisationsKeyAndTheMasterKeyRotateWithoutLosingAny() {
        String id = id(owner.post("/api/v1/organisation/keys", "{\"name\":\"A\",\"value\":\"" + KEY + "\"}"));
        OrganisationScope.within(ink, () -> {
            connections.rotateKey();
            return true;
        });
        assertThat(connections.key(ink, new KeyId(UUID.fromString(id)))).contains(new Secret(KEY));
        assertThat(connections.rotateMasterKey(List.of(ink))).isEqualTo(1);
        assertThat(connections.key(ink, new KeyId(UUID.fromString(id)))).contains(new Secret(KEY));
    }

    @Test
    void nothingIsAllowedUntilSomebodyAllowsItForOnePurpose() {
        URI there = URI.create("https://api.example.com/v1/chat");
        assertThat(connections.allows(ink, Purpose.TALK, there)).isFalse();
        Caller.Answer allowed =
                owner.post("/api/v1/organisation/allowed-hosts", "{\"purpose\":\"talk\",\"host\":\"API.example.com\"}");
        assertThat(allowed.status()).as(allowed.text()).isEqualTo(200);
        assertThat(allowed.body().at("/items/0/host").asString()).isEqualTo("api.example.com");
        assertThat(allowed.body().at("/items/0/port").asInt()).isEqualTo(443);
        assertThat(connections.allows(ink, Purpose.TALK, there)).isTrue();
        assertThat(connections.allows(ink, Purpose.JUDGE, there)).isFalse();
        assertThat(connections.allows(ink, Purpose.TALK, URI.create("https://api.example.com:8443/")))
                .isFalse();
        assertThat(connections.allows(organisation("Quill"), Purpose.TALK, there))
                .isFalse();

        String id = allowed.body().at("/items/0/id").asString();
        assertThat(owner.delete("/api/v1/organisation/allowed-hosts/" + id).status())
                .isEqualTo(204);
        assertThat(connections.allows(ink, Purpose.TALK, there)).isFalse();
        assertThat(owner.delete("/api/v1/organisation/allowed-hosts/" + id).code())
                .isEqualTo("not-found");
        assertThat(audited()).extracting(line -> line.split(" ")[0]).containsExactly("host.allowed", "host.disallowed");
    }

    @Test
    void whatAnotherNodeTookBackIsKnownHereSoon() {
        URI there = URI.create("https://api.example.com/");
        owner.post("/api/v1/organisation/allowed-hosts", "{\"purpose\":\"talk\",\"host\":\"api.example.com\"}");
        assertThat(connections.allows(ink, Purpose.TALK, there)).isTrue();
        OrganisationScope.within(
                ink,
                () -> transactions.execute(
                        _ -> jdbc.sql("delete from connections_host").update()));
        CLOCK.forward(AllowedHosts.KNOWN_FOR);
        assertThat(connections.allows(ink, Purpose.TALK, there)).isFalse();
    }

    @Test
    void hostsThatNobodyMayNameAreRefusedAtOnce() {
        for (String host : List.of("127.0.0.1", "169.254.169.254:80", "[::1]", "0x7f.1", "api.example.com.", "a@b")) {
            assertThat(owner.post(
                                    "/api/v1/organisation/allowed-hosts",
                                    "{\"purpose\":\"talk\",\"host\":\"" + host + "\"}")
                            .code())
                    .as(host)
                    .isEqualTo("host-refused");
        }
        assertThat(owner.post(
                                "/api/v1/organisation/allowed-hosts",
                                "{\"purpose\":\"else\",\"host\":\"api.example.com\"}")
                        .code())
                .isEqualTo("not-valid");
    }

    private void left(Purpose purpose, String host) throws NotAllowedOut {
        Leaving leaving = log.leaving(ink, purpose, Destination.of(host), purpose == Purpose.TALK);
        leaving.sent(10);
        leaving.received(20);
        leaving.ended(Leaving.State.ENDED);
    }

    @Test
    void whatLeftIsToldToItsOrganisationAlone() throws Exception {
        left(Purpose.TALK, "one.example.com");
        left(Purpose.TALK, "two.example.com:8443");
        left(Purpose.JUDGE, "one.example.com");
        sweeps.write();

        Caller auditor = program(member(ink, Role.AUDITOR));
        Caller.Answer first = auditor.get("/api/v1/egress?limit=2");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.body().path("items").size()).isEqualTo(2);
        assertThat(first.body().at("/items/0/purpose").asString()).isEqualTo("judge");
        assertThat(first.body().at("/items/0/redacted").asBoolean()).isFalse();
        assertThat(first.body().at("/items/1/port").asInt()).isEqualTo(8443);
        assertThat(first.body().at("/items/1/received_bytes").asInt()).isEqualTo(20);
        Caller.Answer next = auditor.get("/api/v1/egress?limit=2&cursor="
                + first.body().path("next_cursor").asString());
        assertThat(next.body().path("items").size()).isEqualTo(1);
        assertThat(auditor.get("/api/v1/egress?purpose=judge")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(auditor.get("/api/v1/egress?host=One.example.com")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(2);
        String day = CLOCK.instant().toString().substring(0, 10);
        assertThat(auditor.get("/api/v1/egress?day=" + day).body().path("items").size())
                .isEqualTo(3);
        assertThat(auditor.get("/api/v1/egress?day=2020-01-01")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(auditor.get("/api/v1/egress?day=2020-02-31").code()).isEqualTo("not-valid");
        assertThat(auditor.get("/api/v1/egress/export").text().lines()).hasSize(4);
        assertThat(program(member(ink, Role.MANAGER)).get("/api/v1/egress").code())
                .isEqualTo("not-allowed");
        assertThat(program(member(organisation("Quill"), Role.OWNER))
                        .get("/api/v1/egress")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void whatIsOldIsForgotten() throws Exception {
        left(Purpose.TALK, "one.example.com");
        sweeps.write();
        CLOCK.forward(Duration.ofDays(366));
        left(Purpose.TALK, "two.example.com");
        sweeps.write();
        sweeps.expire();
        Caller.Answer all = program(member(ink, Role.OWNER)).get("/api/v1/egress");
        assertThat(all.body().path("items").size()).isEqualTo(1);
        assertThat(all.body().at("/items/0/host").asString()).isEqualTo("two.example.com");
    }

    @Test
    void aProcessThatEndedWithoutAFarewellIsToldAsAGap() {
        EgressNode node = new EgressNode(jdbc, ids, CLOCK);
        node.alive(false);
        node.alive(true);
        java.time.Instant dead = CLOCK.instant();
        CLOCK.forward(Duration.ofMinutes(2));
        assertThat(node.gaps())
                .anyMatch(gap -> !gap.from().isAfter(dead) && gap.to().isAfter(dead));
        int gaps = node.gaps().size();
        node.farewell();
        assertThat(node.gaps()).hasSize(gaps - 1);
    }

    @Test
    void withItsOrganisationAllOfItGoes() throws Exception {
        String id = id(owner.post("/api/v1/organisation/keys", "{\"name\":\"A\",\"value\":\"" + KEY + "\"}"));
        owner.post("/api/v1/organisation/allowed-hosts", "{\"purpose\":\"talk\",\"host\":\"api.example.com\"}");
        left(Purpose.TALK, "one.example.com");
        sweeps.write();
        tenancy.dissolve(ink);
        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    for (String table : List.of("host", "egress", "secret", "key")) {
                        assertThat(jdbc.sql("select count(*) from connections_" + table)
                                        .query(Long.class)
                                        .single())
                                .as(table)
                                .isZero();
                    }
                    return true;
                }));
        assertThat(connections.key(ink, new KeyId(UUID.fromString(id)))).isEmpty();
        assertThat(connections.allows(ink, Purpose.TALK, URI.create("https://api.example.com/")))
                .isFalse();
    }
}
