package org.sellmeapen.scoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations with verdicts that come with the product, for organisations that have none of their own. Nothing of the built-in
 * judge was fitted on them, so that a model is not measured against somebody who has seen the answers.
 */
final class ShippedGolden {

    private static final String FILE = "/content/corpus/en/conversations-r.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShippedGolden() {}

    static List<JudgeRecords.Golden> read() {
        List<JudgeRecords.Golden> set = new ArrayList<>();
        try (InputStream in = ShippedGolden.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    set.add(conversation(JSON.readTree(line)));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return List.copyOf(set);
    }

    private static JudgeRecords.Golden conversation(JsonNode one) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : one.path("turns")) {
            Speaker speaker = turn.path("speaker").asString().equals("rep") ? Speaker.REP : Speaker.BUYER;
            turns.add(new Turn(turns.size(), speaker, turn.path("text").asString()));
        }
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        one.at("/truth/criteria")
                .properties()
                .forEach(criterion -> verdicts.put(
                        criterion.getKey(),
                        Verdict.valueOf(
                                criterion.getValue().path("verdict").asString().toUpperCase(Locale.ROOT))));
        return new JudgeRecords.Golden(
                "core",
                new Transcript(one.path("id").asString(), one.path("language").asString(), turns),
                verdicts);
    }
}
