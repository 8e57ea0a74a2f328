package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelEntryTests {

    @Test
    void anotherPlaceOptionOrTemperatureIsAnotherSettingAndAnotherCapIsNot() {
        assertThat(entry("", Map.of(), null, 5).setting()).isNull();
        assertThat(entry("http://127.0.0.1:1/", Map.of(), null, 5).setting())
                .isEqualTo(entry("http://127.0.0.1:1", Map.of(), null, 9).setting());
        assertThat(Stream.of(
                                entry("http://127.0.0.1:1", Map.of(), null, 5),
                                entry("http://127.0.0.1:2", Map.of(), null, 5),
                                entry("http://127.0.0.1:1", Map.of("effort", "low"), null, 5),
                                entry("http://127.0.0.1:1", Map.of(), 0.2, 5))
                        .map(ModelEntry::setting))
                .doesNotHaveDuplicates()
                .allSatisfy(setting -> assertThat(setting).matches("[0-9a-f]{8}"));
    }

    private static ModelEntry entry(String base, Map<String, String> options, Double temperature, double cap) {
        return new ModelEntry(
                "compatible", "m", null, base, null, options, null, cap, null, temperature, null, null, null, null);
    }
}
