package org.sellmeapen.ai.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One model in an order of fall-back.
 *
 * @param provider of the catalogue
 * @param model as the vendor names it; may be empty for the usual one of who hears or speaks
 * @param voice where it speaks: everybody has this one; otherwise persons are given the vendor's usual ones in turn
 * @param baseUrl where the provider is found, if not at its usual address
 * @param keyId one of the organisation's keys
 * @param options of the provider, such as {@code effort}
 * @param latencyCapMs until the first word or sound, or until who hears and speaks in one takes the call; the next one is
 *     asked then. Of who hears: from the end of what was said to its text; who is late again and again is replaced, and
 *     what was late is heard
 * @param monthlyCapUsd what it may cost by the calendar month in UTC
 * @param warnAt the part of the cap at which somebody is warned, 0.8 unless said
 * @param dataRegion what the organisation noted about where data goes
 * @param redact whether names and numbers are taken out of what is asked; yes unless said
 * @param prices where the list prices are not what this organisation pays
 * @param unitPriceUsd the same of who hears, or hears and speaks in one, by the minute; of who speaks, by the million
 *     characters
 */
record ModelEntry(
        @NotNull @Size(min = 1, max = 40) String provider,
        @NotNull @Size(max = 200) String model,
        @Nullable @Size(max = 200) String voice,
        @Nullable @Size(max = 500) String baseUrl,
        @Nullable UUID keyId,
        @Nullable @Size(max = 10) Map<@Size(max = 40) String, @Size(max = 200) String> options,
        @Nullable @Min(100) @Max(120_000) Integer latencyCapMs,
        @Nullable @DecimalMin("0.01") @DecimalMax("1000000") Double monthlyCapUsd,
        @Nullable @DecimalMin("0.01") @DecimalMax("1") Double warnAt,
        @Nullable @DecimalMin("0") @DecimalMax("2") Double temperature,
        @Nullable @Size(max = 500) String dataRegion,
        @Nullable Boolean redact,
        @Nullable @Valid Prices prices,
        @Nullable @DecimalMin("0") @DecimalMax("100000") Double unitPriceUsd) {

    /** In dollars by the million tokens. */
    record Prices(
            @NotNull @DecimalMin("0") @DecimalMax("100000") Double inputPerMillionUsd,
            @Nullable @DecimalMin("0") @DecimalMax("100000") Double cachedInputPerMillionUsd,
            @NotNull @DecimalMin("0") @DecimalMax("100000") Double outputPerMillionUsd) {}

    boolean redacts() {
        return redact == null || redact;
    }

    double warnsAt() {
        return warnAt == null ? 0.8 : warnAt;
    }

    @Nullable
    Long capMicros() {
        return monthlyCapUsd == null ? null : Math.round(monthlyCapUsd * 1_000_000);
    }

    /** What makes it another model under the same name: where it is asked, and how. */
    @Nullable
    String setting() {
        String base = baseUrl == null ? "" : baseUrl.strip().replaceAll("/+$", "");
        Map<String, String> chosen = new TreeMap<>(optionsOrNone());
        if (base.isEmpty() && chosen.isEmpty() && temperature == null) {
            return null;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((base + "\n" + chosen + "\n" + temperature).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    Map<String, String> optionsOrNone() {
        return options == null ? Map.of() : options;
    }
}
