package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.ai.Told;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.simulators.Server;
import org.sellmeapen.simulators.Simulators;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An administrator sets up who hears and who speaks, and a call of that organisation and of no other has them. */
class SpeechSetupTests extends HouseTest {

    private static final String MODELS = "/api/v1/organisation/models";
    private static @Nullable Server vendors;

    @Autowired
    private Senses senses;

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

    /** @param value its end tells the simulator how to behave */
    private String key(String value) {
        Caller.Answer made =
                owner.post("/api/v1/organisation/keys", "{\"name\":\"K\",\"value\":\"%s\"}".formatted(value));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.body().path("id").asString();
    }

    private String key() {
        return key("simulated-key-0123456789");
    }

    private static String entry(String provider, String model, String key, String more) {
        return """
                {"provider":"%s","model":"%s","key_id":"%s","base_url":"http://127.0.0.1:%d/sound/%s"%s}""".formatted(provider, model, key, VENDOR_PORT, provider, more);
    }

    private static String function(String name, String... entries) {
        return "{\"function\":\"%s\",\"entries\":[%s]}".formatted(name, String.join(",", entries));
    }

    private Caller.Answer put(String... functions) {
        String etag = owner.get(MODELS).header("ETag");
        Caller.Answer answer = owner.with("If-Match", etag)
                .put(
                        MODELS,
                        "{\"functions\":[%s],\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                                .formatted(String.join(",", functions), VENDOR_PORT));
        owner.without("If-Match");
        return answer;
    }

    private void set(String... functions) {
        Caller.Answer answer = put(functions);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<String> ears(OrganisationId organisation) {
        return senses.ears(organisation, "en").inOrder().stream()
                .map(ear -> ear.ear().id())
                .toList();
    }

    private List<String> mouths(OrganisationId organisation) {
        return senses.mouths(organisation, "en").inOrder().stream()
                .map(mouth -> mouth.voice().id())
                .toList();
    }

    private Heard spoken() throws Exception {
        Heard heard = new Heard();
        senses.mouths(ink, "en")
                .inOrder()
                .getFirst()
                .voice()
                .speak(new Utterance("The pen writes.", "en", Voices.of("ada", "en")), heard);
        return heard;
    }

    @Test
    void theCatalogueListsWhoHearsAndWhoSpeaksWithWhatTheyGive() {
        JsonNode items = owner.get(MODELS + "/providers").body().path("items");
        boolean hears = false;
        boolean speaks = false;
        for (JsonNode item : items) {
            String functions = item.path("functions").toString();
            if (item.path("id").asString().equals("deepgram") && functions.contains("hear")) {
                hears = true;
                assertThat(item.path("gives").toString()).contains("partials", "word_times");
                assertThat(item.path("usual_model").asString()).isEqualTo("nova-3");
            }
            if (item.path("id").asString().equals("polly")) {
                speaks = true;
                assertThat(functions).isEqualTo("[\"speak\"]");
                assertThat(item.path("gives").toString()).contains("visemes");
                assertThat(item.path("base_hint").asString()).contains("{region}");
            }
        }
        assertThat(hears).isTrue();
        assertThat(speaks).isTrue();
    }

    @Test
    void theirOwnComeBeforeTheOperatorsAndNobodyElseHasThem() throws Exception {
        OrganisationId quill = organisation("Quill");
        List<String> others = mouths(quill);
        String key = key();
        set(
                function("hear", entry("openai", "whisper-1", key, ""), entry("deepgram", "", key, "")),
                function("speak", entry("openai", "", key, "")));
        assertThat(ears(ink))
                .startsWith("openai", "deepgram")
                .hasSize(2 + ears(quill).size());
        assertThat(mouths(ink)).startsWith("openai").endsWith(others.toArray(String[]::new));
        assertThat(ears(quill)).doesNotContain("openai", "deepgram");
        assertThat(mouths(quill)).isEqualTo(others).doesNotContain("openai");
        assertThat(spoken().ms()).isPositive();

        Told told = new Told();
        try (Transcribing stream =
                senses.ears(ink, "en").inOrder().getFirst().ear().open(new TranscriptionWish("en", 16_000), told)) {
            stream.audio(new short[16_000], 0, 16_000);
            stream.endOfUtterance();
            assertThat(told.text().text()).isEqualTo("good morning");
        }
    }

    @Test
    void aCallIsToldWhoHearsItAndWhoElseIsNot() {
        set(function("hear", entry("openai", "", key(), "")));
        JsonNode ours = owner.get("/api/v1/voice?language=en").body();
        assertThat(ours.at("/ear/id").asString()).isEqualTo("openai");
        Caller other = program(member(organisation("Quill"), Role.OWNER));
        assertThat(other.get("/api/v1/voice?language=en").body().at("/ear/id").asString(""))
                .isNotEqualTo("openai");
    }

    @Test
    void whatIsSpokenAndHeardIsOnTheListOfWhatLeft() throws Exception {
        set(function("speak", entry("openai", "", key(), "")));
        assertThat(owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .at("/items/0/purpose")
                        .asString())
                .isEqualTo("speak");
        spoken();
        org.awaitility.Awaitility.await()
                .until(() -> owner.get("/api/v1/egress").body().path("items").size() == 1);
        assertThat(owner.get("/api/v1/egress").body().at("/items/0/purpose").asString())
                .isEqualTo("speak");
    }

    @Test
    void whereTheFirstVoiceIsInTroubleTheNextSpeaksTheSameClause() throws Exception {
        set(function("speak", entry("openai", "", key("simulated-sim-500"), ""), entry("compatible", "", key(), "")));
        assertThat(spoken().ms()).isPositive();
    }

    @Test
    void whoseKeyIsGoneIsLeftOutAtOnce() {
        String key = key();
        set(function("speak", entry("openai", "", key, "")));
        assertThat(mouths(ink)).contains("openai");
        owner.delete("/api/v1/organisation/keys/" + key);
        assertThat(mouths(ink)).doesNotContain("openai");
    }

    @Test
    void beyondTheCapTheNextSpeaksAndTheStateSaysSo() throws Exception {
        String key = key();
        set(function(
                "speak",
                entry("openai", "", key, ",\"monthly_cap_usd\":0.01,\"unit_price_usd\":60"),
                entry("compatible", "", key, "")));
        int clauses = 0;
        while (mouths(ink).getFirst().equals("openai")) {
            spoken(); // 15 characters
            assertThat(++clauses).isLessThan(100);
        }
        assertThat(clauses).isPositive();
        assertThat(mouths(ink)).doesNotContain("openai").startsWith("compatible");
        JsonNode state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("function").asString()).isEqualTo("speak");
        assertThat(state.path("falling_back").asBoolean()).as(state.toString()).isTrue();
        assertThat(state.at("/entries/0/budget_spent").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/spent_usd").asDouble()).isEqualTo(clauses * 15 * 60 / 1_000_000.0);
    }

    private Caller.Answer test(String function, String entry) {
        return owner.post(
                MODELS + "/tests",
                "{\"function\":\"%s\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                        .formatted(function, entry, VENDOR_PORT));
    }

    @Test
    void aTestOfAnEarSaysHowManyWordsItGotWrongHowLongAndForHowMuch() {
        Caller.Answer tested = test("hear", entry("openai", "", key(), ""));
        assertThat(tested.body().path("ok").asBoolean()).as(tested.text()).isTrue();
        assertThat(tested.body().path("said").asString()).isEqualTo("good morning");
        assertThat(tested.body().path("word_error_rate").asDouble()).isBetween(0.5, 1.0);
        assertThat(tested.body().path("cost_usd").asDouble()).isPositive();
        assertThat(tested.body().has("whole_ms")).isTrue();
    }

    @Test
    void aTestOfAMouthSaysWhenItBeganAndForHowMuch() {
        JsonNode tested = test("speak", entry("openai", "tts-1", key(), "")).body();
        assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
        assertThat(tested.has("first_word_ms")).isTrue();
        assertThat(tested.path("cost_usd").asDouble()).isEqualTo(15 * 15 / 1_000_000.0);
    }

    @Test
    void aTestThatFailsShowsTheVendorsWordsAndNoKey() {
        for (String function : List.of("hear", "speak")) {
            Caller.Answer tested = test(function, entry("openai", "", key("wrong-key-0123456789"), ""));
            assertThat(tested.body().path("ok").asBoolean()).isFalse();
            assertThat(tested.body().path("code").asString()).isEqualTo("key-refused");
            assertThat(tested.body().path("vendor_words").asString())
                    .as(function)
                    .isNotBlank();
            assertThat(tested.text()).doesNotContain("wrong-key-0123456789");
        }
    }

    @Test
    void pricesAreByTheMinuteOrTheMillionCharacters() {
        assertThat(owner.get(MODELS + "/prices?provider=openai&model=whisper-1&function=hear")
                        .body()
                        .path("unit_usd")
                        .asDouble())
                .isEqualTo(0.006);
        assertThat(owner.get(MODELS + "/prices?provider=openai&model=tts-1&function=speak")
                        .body()
                        .path("unit_usd")
                        .asDouble())
                .isEqualTo(15);
    }

    @Test
    void whatCannotWorkIsRefusedBeforeItIsStored() {
        String key = key();
        for (String wrong : List.of(
                function("hear", entry("polly", "neural", key, "")),
                function("speak", entry("vosk", "", key, "")),
                function("speak", entry("openai", "", key, "").replaceAll("\"key_id\":\"[^\"]*\",", "")),
                function("speak", entry("openai", "", key, ",\"voice\":\"a,b\"")),
                function("speak", entry("compatible", "", key, ",\"monthly_cap_usd\":5")),
                function("speak", entry("openai", "", key, ""), entry("openai", "", key, "")),
                function("talk", entry("openai", "", key, "")))) {
            assertThat(put(wrong).code()).as(wrong).isEqualTo("not-valid");
        }
        assertThat(owner.get(MODELS).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void anEarThatHasOnlyASocketCanBeNamed() {
        Caller.Answer answer = put(function(
                "hear",
                "{\"provider\":\"vosk\",\"model\":\"\",\"base_url\":\"ws://127.0.0.1:%d\"}".formatted(VENDOR_PORT)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(ears(ink)).startsWith("vosk");
        assertThat(senses.ears(ink, "en").inOrder().getFirst().local()).isTrue();
    }

    @Test
    void whoHasNoUsualAddressMustHaveOne() {
        assertThat(test("hear", "{\"provider\":\"vosk\",\"model\":\"\"}").code())
                .isEqualTo("not-valid");
    }
}
