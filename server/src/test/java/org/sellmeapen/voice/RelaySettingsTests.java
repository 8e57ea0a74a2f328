package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
        assertThat(openAi("", "wss://api.openai.com", "k").steersEachTurn()).isTrue();
        assertThat(openAi("one-turn-late", "ws://127.0.0.1:9", "").steersEachTurn())
                .isFalse();
        assertThat(new RelaySettings("gemini", "", "", "", "", "", "", "wss://g.example", "k").steersEachTurn())
                .isFalse();
    }

    @Test
    void aKeyIsNeverWrittenDown() {
        assertThat(openAi("", "wss://api.openai.com", "very-secret").toString()).doesNotContain("very-secret");
    }
}
