package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.simulators.SoundVendors;

class SpeechProvidersTests {

    private final SpeechProviders.Hands hands = new SpeechProviders.Hands(new TurnedTime(), Clock.systemUTC());

    @Test
    void whoeverCanBeChosenIsPlayedByASimulator() {
        assertThat(SoundVendors.all())
                .containsAll(all().map(SpeechProvider::id)
                        .filter(id -> !id.equals("vosk")) // its tests have a server of their own
                        .toList());
    }

    @Test
    void thoseThatWerePromisedAreThere() {
        assertThat(SpeechProviders.ears())
                .extracting(SpeechProvider::id)
                .containsExactly(
                        "openai",
                        "deepgram",
                        "assemblyai",
                        "groq",
                        "elevenlabs",
                        "google",
                        "azure",
                        "compatible",
                        "vosk");
        assertThat(SpeechProviders.mouths())
                .extracting(SpeechProvider::id)
                .containsExactly(
                        "openai", "elevenlabs", "deepgram", "cartesia", "google", "azure", "polly", "compatible");
    }

    @Test
    void usualAddressesAreEncryptedAndOthersAreHintedAt() {
        assertThat(all()).allSatisfy(provider -> {
            URI base = provider.base();
            assertThat(base == null || base.getScheme().equals("https")).isTrue();
            assertThat(base == null && provider.needsKey() ? provider.baseHint() : "https://")
                    .startsWith("https://");
            assertThat(provider.region()).isNotBlank();
        });
    }

    @Test
    void adaptersBearTheNamesOfTheCatalogue() {
        URI base = URI.create("https://example.org");
        try (PlainWay way = new PlainWay()) {
            for (SpeechProvider ear : SpeechProviders.ears()) {
                assertThat(SpeechProviders.ear(ear.id(), way, base, new Secret("k"), "", Map.of(), hands)
                                .id())
                        .isEqualTo(ear.id());
            }
            for (SpeechProvider mouth : SpeechProviders.mouths()) {
                assertThat(SpeechProviders.mouth(mouth.id(), way, base, new Secret("k"), "", Map.of(), hands)
                                .id())
                        .isEqualTo(mouth.id());
            }
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        try (PlainWay way = new PlainWay()) {
            assertThatThrownBy(() -> SpeechProviders.ear("cartesia", way, null, Secret.NONE, "", Map.of(), hands))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SpeechProviders.mouth("azure", way, null, Secret.NONE, "", Map.of(), hands))
                    .hasMessageContaining("no usual address");
        }
    }

    private static Stream<SpeechProvider> all() {
        return Stream.of(SpeechProviders.ears(), SpeechProviders.mouths()).flatMap(List::stream);
    }
}
