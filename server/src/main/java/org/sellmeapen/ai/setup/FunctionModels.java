package org.sellmeapen.ai.setup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What an organisation uses for one function.
 *
 * @param function talk, judge, hear, speak, realtime or embed
 * @param entries the preferred first; each of the others stands in for those before it
 */
record FunctionModels(
        @NotNull @Size(max = 20) String function,
        @NotNull @Size(max = 5) List<@NotNull @Valid ModelEntry> entries) {}
