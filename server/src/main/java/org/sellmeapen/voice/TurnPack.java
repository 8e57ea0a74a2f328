package org.sellmeapen.voice;

import java.util.List;
import java.util.Locale;
import org.sellmeapen.kernel.ShippedContent;

/** {@code content/languages/<code>/turns.yaml} as it is written: how turns of a spoken conversation end. */
record TurnPack(
        String language,
        List<String> brokenOffAfter,
        List<String> brokenOffAfterUnlessStopped,
        List<String> complete,
        List<String> backChannels,
        List<String> cutIn) {

    private static final TurnPack NONE = new TurnPack("", List.of(), List.of(), List.of(), List.of(), List.of());

    /** Of a language nobody has written one for, only punctuation tells. */
    static TurnPack of(String language) {
        String code = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        String path = "languages/" + code + "/turns.yaml";
        return code.matches("[a-z]{2,3}") && ShippedContent.has(path)
                ? ShippedContent.read(path, TurnPack.class)
                : NONE;
    }
}
