package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.simulators.Manner;
import org.sellmeapen.simulators.Simulator;

class ModelListTests {

    static Stream<String> whoLists() {
        return Providers.all().stream().filter(Provider::listsModels).map(Provider::id);
    }

    @ParameterizedTest
    @MethodSource("whoLists")
    void theVendorTellsItsModels(String id) throws Exception {
        try (PlainWay way = new PlainWay();
                Simulator vendor = Simulator.start(id, Specifications.folder())) {
            ModelList list = Providers.models(id, way, vendor.base(), new Secret(vendor.key()))
                    .orElseThrow();
            assertThat(list.models()).contains("sim-fine").isSorted();
            assertThat(vendor.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("whoLists")
    void aWrongKeyIsTold(String id) throws Exception {
        try (PlainWay way = new PlainWay();
                Simulator vendor = Simulator.start(id, Specifications.folder())) {
            ModelList list = Providers.models(id, way, vendor.base(), new Secret("wrong"))
                    .orElseThrow();
            assertThat(catchThrowableOfType(ModelFailed.class, list::models).code())
                    .isEqualTo("key-refused");
            vendor.behave(Manner.S503);
            ModelList busy = Providers.models(id, way, vendor.base(), new Secret(vendor.key()))
                    .orElseThrow();
            assertThat(catchThrowableOfType(ModelFailed.class, busy::models).code())
                    .isEqualTo("overloaded");
        }
    }
}
