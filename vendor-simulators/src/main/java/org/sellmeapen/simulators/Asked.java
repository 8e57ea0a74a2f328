package org.sellmeapen.simulators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a model was asked, however its vendor words that.
 *
 * @param said what stands in the messages, in their order
 * @param schema of the answer, null for none
 * @param usage whether the usage is to be told, where a vendor asks
 */
public record Asked(
        String model,
        String system,
        List<String> said,
        @Nullable JsonNode schema,
        List<String> stops,
        int mostTokens,
        boolean usage) {}
