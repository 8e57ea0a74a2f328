package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.connections.Purpose;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What was set up goes on while hosts and keys are taken back; and what texts mean is set up as words are. */
class SetupChangesTests extends SetupTest {

    @Autowired
    private Purses purses;

    private static String both(String talk, String judge) {
        return """
                {"functions":[{"function":"talk","entries":[%s]},{"function":"judge","entries":[%s]}]}""".formatted(talk, judge);
    }

    private void takeBack(String purpose) {
        owner.get("/api/v1/organisation/allowed-hosts").body().path("items").forEach(host -> {
            if (host.path("purpose").asString().equals(purpose)) {
                owner.delete(
                        "/api/v1/organisation/allowed-hosts/" + host.path("id").asString());
            }
        });
    }

    @Test
    void aHostThatWasTakenBackStandsInTheWayOfNothingElse() throws Exception {
        String key = key();
        String talks = entry("compatible", "sim-fine", key, "");
        String judges = entry("openai", "sim-fine", key, "");
        set(both(talks, judges).replaceAll("}$", ",\"allow_hosts\":[\"127.0.0.1:" + VENDOR_PORT + "\"]}"));
        takeBack("talk");
        // Another function is changed, its own entry stays as it is, and what was taken back is not given in passing.
        set(both(talks, entry("openai", "sim-fine", key, ",\"temperature\":0.2")));
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("not-allowed-out"));
        Caller.Answer changed = put(both(entry("compatible", "sim-fine", key, ",\"temperature\":0.2"), judges));
        assertThat(changed.code()).isEqualTo("host-not-allowed-yet");
        assertThat(changed.body().path("purpose").asString()).isEqualTo("talk");
        // The same entry again, with the host named: allowed again.
        set(both(talks, judges).replaceAll("}$", ",\"allow_hosts\":[\"127.0.0.1:" + VENDOR_PORT + "\"]}"));
        assertThat(answer().text()).isNotBlank();
        // Or it is left out.
        takeBack("talk");
        set(both("", judges).replace("{\"function\":\"talk\",\"entries\":[]},", ""));
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
    }

    @Test
    void aKeyThatWasRemovedStandsInTheWayOfNothingElse() {
        String gone = key();
        String stays = key();
        String talks = entry("compatible", "sim-fine", gone, "");
        set(talk(talks));
        owner.delete("/api/v1/organisation/keys/" + gone);
        set(talk(talks, entry("openai", "sim-fine", stays, "")));
        Caller.Answer again = put(talk(entry("compatible", "sim-fine", gone, ",\"temperature\":1")));
        assertThat(again.code()).isEqualTo("not-valid");
        assertThat(again.body().path("field").asString()).isEqualTo("key_id");
        assertThat(again.body().path("detail").asString()).doesNotContain("key_id");
    }

    private static String embed(String entry) {
        return talk(entry).replace("\"talk\"", "\"embed\"");
    }

    @Test
    void whatTextsMeanIsWithinBudgetAndRedactedAsWordsAre() throws Exception {
        set(embed(entry("openai", "sim-embed", key(), ",\"monthly_cap_usd\":0.01" + PRICES)));
        EmbeddingModel model = models.embedding(ink).orElseThrow();
        assertThat(model.model()).isEqualTo("openai/sim-embed+redacted");
        // What the simulator makes of a text is told apart by its letters: the same without the name, another with it.
        assertThat(model.embed(List.of("Test owner writes.")).vectors().getFirst())
                .isEqualTo(model.embed(List.of("[NAME] writes.")).vectors().getFirst());
        purses.write(true);
        JsonNode state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("function").asString()).isEqualTo("embed");
        assertThat(state.at("/entries/0/answers").asInt()).isEqualTo(2);
        assertThat(state.at("/entries/0/spent_usd").asDouble()).isEqualTo(2 * 8 * 2e-6);
        String dear = ",\"monthly_cap_usd\":0.01,\"redact\":false"
                + ",\"prices\":{\"input_per_million_usd\":100000,\"output_per_million_usd\":0}";
        set(embed(entry("compatible", "sim-embed", key(), dear)));
        EmbeddingModel capped = models.embedding(ink).orElseThrow();
        assertThat(capped.model()).isEqualTo("compatible/sim-embed");
        assertThatThrownBy(() -> capped.embed(List.of("Hello")))
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("budget-spent"));
        assertThat(owner.get(MODELS + "/state")
                        .body()
                        .at("/functions/0/entries/0/budget_spent")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTestOfWhatTextsMeanShowsWhatItCost() {
        JsonNode tested = owner.post(
                        MODELS + "/tests",
                        "{\"function\":\"embed\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                                .formatted(entry("openai", "sim-embed", key(), PRICES), VENDOR_PORT))
                .body();
        assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
        assertThat(tested.path("cost_usd").asDouble()).isEqualTo(8 * 2e-6);
    }
}
