package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Provider;
import org.sellmeapen.kernel.NotValid;

class EntryCheckTests {

    private static final Adapters ADAPTERS = Adapters.ofTheCatalogue(InstantSource.system());

    @Test
    void anOptionThatNobodyHeedsIsRefusedAndSoIsAValueThatIsNoChoice() {
        List<Provider.Option> known = ADAPTERS.find("compatible").orElseThrow().options();

        assertThatThrownBy(() -> EntryCheck.mustKnow(known, Map.of("nonsense", "x")))
                .isInstanceOfSatisfying(
                        NotValid.class,
                        it -> org.assertj.core.api.Assertions.assertThat(it.detail())
                                .contains("no such option"));
        assertThatThrownBy(() -> EntryCheck.mustKnow(known, Map.of("shape", "zzz")))
                .isInstanceOf(NotValid.class);
        assertThatCode(() -> EntryCheck.mustKnow(known, Map.of("shape", "object")))
                .doesNotThrowAnyException();
    }

    @Test
    void onlyOneModelReadsDocuments() {
        EntryCheck check = new EntryCheck(ADAPTERS, null, null);

        assertThatCode(() -> check.orders(List.of(new FunctionModels("embed", List.of(entry("a"))))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.orders(List.of(new FunctionModels("embed", List.of(entry("a"), entry("b"))))))
                .isInstanceOf(NotValid.class);
    }

    private static ModelEntry entry(String model) {
        return new ModelEntry("openai", model, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
