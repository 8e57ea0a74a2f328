package org.sellmeapen.ai;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one vendor's ear or mouth, for whoever sets it up.
 *
 * @param id kebab-case and stable, as {@link SpeechToText#id()}; of a vendor that words answers too, the same
 * @param title as the vendor writes it
 * @param base where it is usually found; null where everybody has an own address
 * @param baseHint how an own address looks; else empty
 * @param needsKey whether it answers nobody without a key
 * @param keyHint how a key looks where it is more than one word; else empty
 * @param model the usual one; empty where the vendor has but one or the voice is it
 * @param gives what comes beside text or sound
 * @param options what can be chosen beside the model
 * @param region where data goes and what is kept, as the vendor says it; to be checked by whoever agrees to it
 */
public record SpeechProvider(
        String id,
        String title,
        @Nullable URI base,
        String baseHint,
        boolean needsKey,
        String keyHint,
        String model,
        Set<Gift> gives,
        List<Provider.Option> options,
        String region) {

    public enum Gift {
        /** An ear's text while somebody still speaks. */
        PARTIALS,
        /** Times of words: an ear's of what was said, a mouth's of what it says. */
        WORD_TIMES,
        /** A mouth's shapes. */
        VISEMES,
        /** An ear's hesitations, as they were said. */
        HESITATIONS,
        /** Whole recordings too. */
        FILES,
        /** Sound while it is made, not when it is whole. */
        STREAMED
    }

    public SpeechProvider {
        gives = Set.copyOf(gives);
        options = List.copyOf(options);
    }

    public boolean gives(Gift gift) {
        return gives.contains(gift);
    }
}
