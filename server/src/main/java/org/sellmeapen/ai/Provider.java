package org.sellmeapen.ai;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.connections.Purpose;

/**
 * What the catalogue says of one provider, for whoever sets it up.
 *
 * @param id kebab-case and stable, as {@link LanguageModel#id()}
 * @param title as the vendor writes it
 * @param base where it is usually found; null where everybody has an own address
 * @param needsKey whether it answers nobody without a key
 * @param keyHint how a key looks where it is more than one word; else empty
 * @param purposes what it can be used for here
 * @param listsModels whether it tells which models it has
 * @param options what can be chosen beside the model
 * @param region where data goes and what is kept, as the vendor says it; to be checked by whoever agrees to it
 */
public record Provider(
        String id,
        String title,
        @Nullable URI base,
        boolean needsKey,
        String keyHint,
        Set<Purpose> purposes,
        boolean listsModels,
        List<Option> options,
        String region) {

    /**
     * @param choices the first is the usual one; empty where any word will do
     */
    public record Option(String name, String meaning, List<String> choices) {}

    public Provider {
        purposes = Set.copyOf(purposes);
        options = List.copyOf(options);
    }

    public boolean can(Purpose purpose) {
        return purposes.contains(purpose);
    }

    public Optional<Option> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** @throws IllegalArgumentException when one says what is none of its choices; names that are not known are not minded */
    void check(Map<String, String> chosen) {
        for (Option option : options) {
            String value = chosen.getOrDefault(option.name(), "");
            if (!value.isEmpty()
                    && !option.choices().isEmpty()
                    && !option.choices().contains(value)) {
                throw new IllegalArgumentException(option.name() + " is one of " + option.choices());
            }
        }
    }
}
