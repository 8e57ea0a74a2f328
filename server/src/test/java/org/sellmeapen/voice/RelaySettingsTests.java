package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.RealtimeModel;

class RelaySettingsTests {

    private static RelaySettings openAi(String steering, String url, String key) {
        return new RelaySettings("openai", "", "", "", steering, url, key, "", "");
    }

    @Test
    void whatIsNotMeantIsRefusedInOneLine() {
        assertThatThrownBy(() -> new RelaySettings("opnai", "", "", "", "", "", "", "", ""))
                .hasMessageContaining("SELLMEAPEN_RELAY");
        assertThatThrownBy(() -> openAi("sometimes", "wss://api.openai.com", "k"))
                .hasMessageContaining("SELLMEAPEN_RELAY_STEERING");
        assertThatThrownBy(() -> openAi("", "https://api.openai.com", "k")).hasMessageContaining("OPENAI_REALTIME_URL");
        assertThatThrownBy(() -> openAi("", "ws://api.openai.com", "k")).hasMessageContaining("wss://");
        assertThatThrownBy(() -> openAi("", "wss://api.openai.com", "")).hasMessageContaining("OPENAI_API_KEY");
        assertThatThrownBy(() -> new RelaySettings("gemini", "", "", "", "each-turn", "", "", "wss://g.example", "k"))
                .hasMessageContaining("gemini");
    }

    @Test
    void steeringIsAsEarlyAsTheVendorCan() {
        assertThat(eachTurn(openAi("", "wss://api.openai.com", "k"))).isTrue();
        assertThat(eachTurn(openAi("one-turn-late", "ws://127.0.0.1:9", ""))).isFalse();
        assertThat(eachTurn(gemini())).isFalse();
    }

    private static RelaySettings gemini() {
        return new RelaySettings("gemini", "", "", "", "", "", "", "wss://g.example", "k");
    }

    private static RealtimeModel model(RelaySettings settings) {
        return settings.model(_ -> new WrittenDeparture());
    }

    private static boolean eachTurn(RelaySettings settings) {
        return Vendors.steersEachTurn(model(settings));
    }

    @Test
    void whereAnyOfTheOrderTakesNoOtherTheMicrophoneHasItsRate() {
        RealtimeModel openAi = model(openAi("", "wss://api.openai.com", "k"));
        assertThat(Vendors.upRate(List.of(model(gemini())))).isEqualTo(16_000);
        assertThat(Vendors.upRate(List.of(openAi))).isEqualTo(24_000);
        assertThat(Vendors.upRate(List.of(model(gemini()), openAi))).isEqualTo(24_000);
    }

    @Test
    void aKeyIsNeverWrittenDown() {
        assertThat(openAi("", "wss://api.openai.com", "very-secret").toString()).doesNotContain("very-secret");
    }
}
