package org.sellmeapen.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The part of {@code content/languages/<code>.yaml} that the analyser needs. */
final class LanguagePack {

    private LanguagePack() {}

    static ActLexicon lexicon(InputStream yaml) throws IOException {
        Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
        Map<?, ?> acts = map(map(root).get("acts"));
        return new ActLexicon(lists(acts.get("classes")), lists(acts.get("cues")));
    }

    private static Map<String, List<String>> lists(@Nullable Object section) throws IOException {
        Map<String, List<String>> out = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map(section).entrySet()) {
            if (!(entry.getValue() instanceof List<?> list)) {
                throw new IOException("acts." + entry.getKey() + " must be a list");
            }
            out.put(
                    String.valueOf(entry.getKey()),
                    list.stream().map(String::valueOf).toList());
        }
        return out;
    }

    private static Map<?, ?> map(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IOException("a language pack needs the section acts with classes and cues");
    }
}
