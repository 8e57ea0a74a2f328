package org.sellmeapen.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.conversation.Seat;

class RubricsTests {

    @Test
    void coreHasSixteenCriteriaThatWeighHundred() {
        Rubric core = Rubrics.shipped().byId("core");
        assertThat(core.criteria()).hasSize(16);
        assertThat(core.criteria().stream().mapToInt(Rubric.Criterion::weight).sum())
                .isEqualTo(100);
        assertThat(core.address()).isEqualTo("core@1");
        assertThat(Rubrics.shipped().byId("core@1").seat()).isEqualTo(Seat.SELLER);
        assertThat(Rubrics.shipped().byId("spotting").seat()).isEqualTo(Seat.BUYER);
    }

    @Test
    void anUnknownRubricIsRefused() {
        assertThatThrownBy(() -> Rubrics.shipped().byId("nothing"))
                .isInstanceOf(NoSuchRubric.class)
                .extracting(thrown -> ((NoSuchRubric) thrown).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "spotting"})
    void shippedFilesKeepTheirSchema(String id) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("/content/rubrics/schema.json"), InputFormat.JSON);
        assertThat(schema.validate(text("/content/rubrics/" + id + ".yaml"), InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight: 5|weight: 6|sum to 101",
                "weight: 5|weight: none|whole number",
                "section: opening|section: attic|not among the sections",
                "supports >= 1|supports >= often|neither a number",
                "quotes_from: rep|quotes_from: crowd|rep, buyer or either",
                "id: core|identity: core|needs a text"
            })
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String said) throws IOException {
        String broken = text("/content/rubrics/core.yaml").replaceFirst(right, wrong);
        assertThatThrownBy(() ->
                        RubricFile.read("core.yaml", new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RubricNotValid.class)
                .hasMessageContaining("core.yaml")
                .hasMessageContaining(said);
    }

    private static String text(String path) throws IOException {
        try (InputStream in = RubricsTests.class.getResourceAsStream(path)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
