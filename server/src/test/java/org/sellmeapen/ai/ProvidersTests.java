package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.simulators.Simulators;

class ProvidersTests {

    @Test
    void whoeverCanBeChosenIsPlayedByASimulator() {
        assertThat(Simulators.vendors())
                .containsAll(Providers.all().stream().map(Provider::id).toList());
    }

    @Test
    void idsAreStableAndTheirOwn() {
        Set<String> ids = Providers.all().stream().map(Provider::id).collect(Collectors.toSet());
        assertThat(ids)
                .hasSize(Providers.all().size())
                .allMatch(id -> id.matches("[a-z][a-z0-9-]*"))
                .contains("openai", "anthropic", "gemini", "deepseek", "groq", "mistral", "xai");
    }

    @Test
    void usualAddressesAreEncryptedOrOfThisMachine() {
        assertThat(Providers.all()).allSatisfy(provider -> {
            URI base = provider.base();
            assertThat(base == null || base.getScheme().equals("https") || House.has(base))
                    .as(provider.id())
                    .isTrue();
            assertThat(provider.region()).isNotBlank();
        });
    }

    @Test
    void whatIsNotThereIsRefused() {
        try (PlainWay way = new PlainWay()) {
            assertThatThrownBy(() -> language(way, "nobody", null, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> language(way, "azure", null, Map.of())).hasMessageContaining("no usual address");
            assertThatThrownBy(() -> Providers.embedding(
                            "anthropic", way, null, Secret.NONE, "m", Map.of(), InstantSource.system()))
                    .hasMessageContaining("not for embed");
            assertThatThrownBy(() -> language(way, "openai", null, Map.of("api", "telepathy")))
                    .hasMessageContaining("[responses, chat]");
            assertThat(language(way, "openai", null, Map.of("api", "chat", "unheard", "of"))
                            .id())
                    .isEqualTo("openai");
            assertThat(Providers.models("bedrock", way, URI.create("http://localhost"), Secret.NONE))
                    .isEmpty();
        }
    }

    private static LanguageModel language(PlainWay way, String id, URI base, Map<String, String> options) {
        return Providers.language(
                Purpose.TALK, id, way, base, new Secret("key-of-some-length"), "m", options, Clock.systemUTC());
    }
}
