package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole way: an administrator sets up models, and they answer through the one way out, from simulated vendors. */
class SetupTests extends SetupTest {

    @Autowired
    private Purses purses;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nothingIsSetUpToBeginWith() {
        Caller.Answer setup = owner.get(MODELS);
        assertThat(setup.body().path("functions").size()).isZero();
        assertThat(setup.header("ETag")).isEqualTo("\"0\"");
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
        assertThat(models.embedding(ink)).isEmpty();
        assertThat(owner.get(MODELS + "/providers").body().path("items").size()).isGreaterThan(1);
    }

    @Test
    void aModelAnswersOnceItsHostIsAllowedInTheSameAct() throws Exception {
        String body = talk(entry("compatible", "sim-fine", key(), ""));
        Caller.Answer asked = put(body.replaceAll(",\"allow_hosts\".*]", ""));
        assertThat(asked.code()).as(asked.text()).isEqualTo("host-not-allowed-yet");
        assertThat(asked.body().path("detail").asString()).contains("127.0.0.1:" + VENDOR_PORT);
        assertThat(asked.body().path("host").asString()).isEqualTo("127.0.0.1:" + VENDOR_PORT);
        assertThat(asked.body().path("purpose").asString()).isEqualTo("talk");
        assertThat(asked.body().path("provider").asString()).isEqualTo("compatible");
        assertThat(asked.body().path("model").asString()).isEqualTo("sim-fine");
        set(body);
        assertThat(answer().text()).isNotBlank();
        assertThat(models.language(ink, Purpose.JUDGE)).isEmpty();
        assertThat(models.language(organisation("Quill"), Purpose.TALK)).isEmpty();
        assertThat(owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .at("/items/0/purpose")
                        .asString())
                .isEqualTo("talk");
    }

    @Test
    void whatLeftIsOnTheList() throws Exception {
        set(talk(entry("compatible", "sim-fine", key(), "")));
        answer();
        org.awaitility.Awaitility.await()
                .until(() -> owner.get("/api/v1/egress").body().path("items").size() == 1);
        var line = owner.get("/api/v1/egress").body().at("/items/0");
        assertThat(line.path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(line.path("redacted").asBoolean()).isTrue();
        assertThat(line.path("sent_bytes").asInt()).isPositive();
    }

    @Test
    void aTestStandsOnTheListAsItWentWhateverTheEntrySays() {
        test(entry("compatible", "sim-fine", key(), ",\"redact\":true"));
        org.awaitility.Awaitility.await()
                .until(() -> owner.get("/api/v1/egress").body().path("items").size() == 1);
        assertThat(owner.get("/api/v1/egress").body().at("/items/0/redacted").asBoolean(true))
                .isFalse();
    }

    @Test
    void aHostThatIsTakenBackIsNotReachedAnyMore() throws Exception {
        set(talk(entry("compatible", "sim-fine", key(), "")));
        answer();
        String id = owner.get("/api/v1/organisation/allowed-hosts")
                .body()
                .at("/items/0/id")
                .asString();
        owner.delete("/api/v1/organisation/allowed-hosts/" + id);
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("not-allowed-out"));
    }

    @Test
    void theNextStandsInAndTheStateSaysSo() throws Exception {
        String key = key();
        set(talk(entry("openai", "sim-500", key, ""), entry("compatible", "sim-fine", key, PRICES)));
        Answer stoodIn = answer();
        assertThat(stoodIn.provider()).isEqualTo("compatible");
        assertThat(stoodIn.cost()).isNotNull();
        assertThat(stoodIn.cost().micros()).isPositive();
        assertThat(stoodIn.cost().pricesAsOf()).as("an own price has no date").isNull();
        var state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("falling_back").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/trouble").asString()).isEqualTo("vendor-trouble");
    }

    @Test
    void beyondTheCapTheNextStandsInAndTheBannerKnows() throws Exception {
        String key = key();
        set(talk(
                entry("openai", "sim-fine", key, ",\"monthly_cap_usd\":0.01,\"warn_at\":0.1" + PRICES),
                entry("compatible", "sim-fine", key, "")));
        int first = 0;
        while (answer().provider().equals("openai")) {
            first++;
            assertThat(first).isLessThan(1_000);
        }
        assertThat(first).isPositive();
        purses.write(true);
        var state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("falling_back").asBoolean()).as(state.toString()).isTrue();
        assertThat(state.at("/entries/0/budget_spent").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/warning").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/spent_usd").asDouble()).isPositive().isLessThanOrEqualTo(0.01);
        assertThat(state.at("/entries/0/answers").asInt()).isEqualTo(first);
        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    assertThat(jdbc.sql("select taken_micros = spent_micros from ai_spend where provider = 'openai'")
                                    .query(Boolean.class)
                                    .single())
                            .isTrue();
                    return true;
                }));
    }

    @Test
    void aCapNeedsAPrice() {
        Caller.Answer refused = put(talk(entry("compatible", "sim-fine", key(), ",\"monthly_cap_usd\":5")));
        assertThat(refused.code()).isEqualTo("not-valid");
        assertThat(refused.text()).contains("prices");
    }

    @Test
    void aRotatedKeyCountsAtOnceAndARemovedOneLeavesTheModelOut() throws Exception {
        String key = key("wrong");
        set(talk(entry("compatible", "sim-fine", key, "")));
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("key-refused"));
        String path = "/api/v1/organisation/keys/" + key;
        owner.with("If-Match", owner.get(path).header("ETag")).put(path, "{\"value\":\"simulated-key-0123456789\"}");
        owner.without("If-Match");
        assertThat(answer().text()).isNotBlank();
        owner.delete(path);
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("not-set-up"));
    }

    private Caller.Answer test(String entry) {
        return owner.post(
                MODELS + "/tests",
                "{\"function\":\"talk\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                        .formatted(entry, VENDOR_PORT));
    }

    @Test
    void aTestIsARealRoundTripWithTimesAndCost() {
        Caller.Answer tested = test(entry("openai", "sim-fine", key(), PRICES));
        assertThat(tested.status()).as(tested.text()).isEqualTo(200);
        assertThat(tested.body().path("ok").asBoolean()).as(tested.text()).isTrue();
        assertThat(tested.body().path("first_word_ms").asLong()).isPositive();
        assertThat(tested.body().path("whole_ms").asLong())
                .isGreaterThanOrEqualTo(tested.body().path("first_word_ms").asLong());
        assertThat(tested.body().path("cost_usd").asDouble()).isPositive();
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
    }

    @Test
    void aTestThatFailsShowsTheVendorsWordsAndNoKey() {
        Caller.Answer tested = test(entry("openai", "sim-fine", key("wrong"), ""));
        assertThat(tested.body().path("ok").asBoolean()).isFalse();
        assertThat(tested.body().path("code").asString()).isEqualTo("key-refused");
        assertThat(tested.body().path("vendor_words").asString()).isNotBlank();
        Caller.Answer busy = test(entry("openai", "sim-429", key(), ""));
        assertThat(busy.body().path("code").asString()).isEqualTo("too-busy");
        assertThat(busy.text()).doesNotContain("simulated-key");
    }

    @Test
    void aTestWithAnAnswerOfNoUseIsNoneThatWorked() {
        Caller.Answer unwilling = test(entry("openai", "sim-refusal", key(), ""));
        assertThat(unwilling.body().path("ok").asBoolean()).as(unwilling.text()).isFalse();
        assertThat(unwilling.body().path("code").asString()).isEqualTo("refused");
    }

    @Test
    void theListSaysWhatAModelCostsAndHowOldThatIs() {
        JsonNode known =
                owner.get(MODELS + "/prices?provider=openai&model=gpt-5-mini").body();
        assertThat(known.at("/list/input_per_million_usd").asDouble()).isPositive();
        assertThat(known.path("as_of").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        JsonNode unknown =
                owner.get(MODELS + "/prices?provider=openai&model=sim-fine").body();
        assertThat(unknown.has("list")).isFalse();
        assertThat(unknown.path("as_of").asString())
                .isEqualTo(known.path("as_of").asString());
    }

    private List<String> audited() {
        return owner.get("/api/v1/audit-entries?limit=50")
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("action").asString())
                .filter(action -> action.startsWith("host.") || action.startsWith("models."))
                .toList()
                .reversed();
    }

    private int allowedHosts() {
        return owner.get("/api/v1/organisation/allowed-hosts")
                .body()
                .path("items")
                .size();
    }

    @Test
    void aHostThatWasAllowedForATestThatFailedIsTakenBack() {
        assertThat(test(entry("openai", "sim-fine", key("wrong"), ""))
                        .body()
                        .path("ok")
                        .asBoolean())
                .isFalse();
        assertThat(allowedHosts()).isZero();
        assertThat(audited()).containsExactly("host.allowed", "models.tested", "host.disallowed");
        assertThat(test(entry("openai", "sim-fine", key(), ""))
                        .body()
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(allowedHosts()).isEqualTo(1);
        test(entry("openai", "sim-fine", key("wrong"), ""));
        assertThat(allowedHosts()).as("it was allowed before").isEqualTo(1);
    }

    @Test
    void aListingIsAuditedAndTakesBackWhatItWasAllowedInVain() {
        String wish = "{\"function\":\"talk\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}";
        owner.post(MODELS + "/listings", wish.formatted(entry("openai", "any", key("wrong"), ""), VENDOR_PORT));
        assertThat(audited()).containsExactly("host.allowed", "models.listed", "host.disallowed");
        owner.post(MODELS + "/listings", wish.formatted(entry("openai", "any", key(), ""), VENDOR_PORT));
        assertThat(allowedHosts()).isEqualTo(1);
    }

    @Test
    void aTestHeedsTheMonthsCap() throws Exception {
        String key = key();
        String capped = ",\"monthly_cap_usd\":0.01" + PRICES;
        set(talk(entry("openai", "sim-fine", key, capped), entry("compatible", "sim-fine", key, "")));
        while (answer().provider().equals("openai")) {
            assertThat(audited()).hasSize(2);
        }
        long lines = audited().size();
        assertThat(test(entry("openai", "sim-fine", key, capped)).code()).isEqualTo("months-cap-spent");
        assertThat(test(entry("openai", "sim-fine", key, PRICES)).code())
                .as("nobody gets round it by leaving it out")
                .isEqualTo("months-cap-spent");
        assertThat(audited()).as("nothing was tried").hasSize((int) lines);
        assertThat(test(entry("openai", "sim-fine", key, ",\"monthly_cap_usd\":0.5" + PRICES))
                        .body()
                        .path("ok")
                        .asBoolean())
                .as("a higher one may be tried")
                .isTrue();
        String dear = entry("openai", "sim-echo", key, capped.replace(":10}", ":100000}"));
        assertThat(test(dear).body().path("ok").asBoolean()).isTrue();
        assertThat(test(dear).code()).as("the first one spent it").isEqualTo("months-cap-spent");
    }

    @Test
    void modelsAreListedFromTheVendor() {
        Caller.Answer listed = owner.post(
                MODELS + "/listings",
                "{\"function\":\"talk\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                        .formatted(entry("openai", "any", key(), ""), VENDOR_PORT));
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        assertThat(listed.body().path("items").size()).as(listed.text()).isPositive();
    }

    @Test
    void whatCannotWorkIsRefusedBeforeItIsStored() {
        String key = key();
        for (String wrong : List.of(
                talk(entry("nobody", "m", key, "")),
                talk(entry("openai", " ", key, "")),
                talk(entry("openai", "m", key, "").replaceAll("\"key_id\":\"[^\"]*\",", "")),
                talk(entry("openai", "m", "0190a5b0-0000-7000-8000-000000000009", "")),
                talk(entry("openai", "m", key, "").replace("http://127", "gopher://127")),
                talk(entry("openai", "m", key, "").replace("/openai\"", "/openai?key=abc\"")),
                talk(entry("openai", "m", key, ""), entry("openai", "m", key, "")),
                talk(entry("openai", "m", key, ",\"temperature\":3")),
                talk(entry("openai", "m", key, "")).replace("\"talk\"", "\"sing\""))) {
            assertThat(put(wrong).code()).as(wrong).isEqualTo("not-valid");
        }
        assertThat(put(talk(entry("openai", "m", key, "").replace(":" + VENDOR_PORT, ":1")))
                        .code())
                .isEqualTo("host-refused");
        assertThat(owner.get(MODELS).header("ETag")).isEqualTo("\"0\"");
        assertThat(owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void nobodysChangeIsLostAndEachIsAudited() {
        String body = talk(entry("compatible", "sim-fine", key(), ",\"redact\":false"));
        assertThat(owner.put(MODELS, body).code()).isEqualTo("version-missing");
        set(body);
        assertThat(owner.with("If-Match", "\"0\"").put(MODELS, body).code()).isEqualTo("version-stale");
        owner.without("If-Match");
        assertThat(owner.get(MODELS).body().at("/functions/0/entries/0/redact").asBoolean(true))
                .isFalse();
        var audited = owner.get("/api/v1/audit-entries?action=models.changed").body();
        assertThat(audited.path("items").size()).isEqualTo(1);
        assertThat(audited.at("/items/0/detail/talk").asString()).isEqualTo("compatible unredacted");
        assertThat(program(member(ink, Role.MANAGER)).get(MODELS).code()).isEqualTo("not-allowed");
    }

    @Test
    void namesOfTheOrganisationsPeopleDoNotLeave() throws Exception {
        set(talk(entry("compatible", "sim-echo", key(), "")));
        StringBuilder told = new StringBuilder();
        Answer answer = models.language(ink, Purpose.TALK, List.of("Zoë Stern"))
                .orElseThrow()
                .answer(Prompt.of("", "Zoë Stern and Test owner say hello.", 100), told::append);
        assertThat(answer.text()).isEqualTo(told.toString()).doesNotContain("[NAME");
    }

    @Test
    void withItsOrganisationItGoes() {
        set(talk(entry("compatible", "sim-fine", key(), "")));
        tenancy.dissolve(ink);
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    assertThat(jdbc.sql("select count(*) from ai_setup")
                                    .query(Long.class)
                                    .single())
                            .isZero();
                    return true;
                }));
    }
}
