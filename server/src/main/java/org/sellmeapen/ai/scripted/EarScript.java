package org.sellmeapen.ai.scripted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a scripted ear will understand, utterance by utterance. A YAML file, or JSON, which is YAML too:
 *
 * <pre>
 * again: true                   # from the top behind the last; otherwise silence
 * utterances:
 *   - text: Good morning.
 *     delay_ms: 120             # from the question to the answer
 *     partials: [{at_ms: 300, text: Good}]          # when so much of the utterance was pushed
 *     words: [{text: Good, start_ms: 40, end_ms: 310, confidence: 0.9}]
 *   - fails: timed-out          # a code of SpeechFailed
 *     passing: true
 *   - silent: true              # no answer, ever
 * </pre>
 *
 * <p>Where words have times, an answer holds those that were pushed before it was asked for.
 */
public record EarScript(boolean again, List<Line> utterances) {

    public EarScript {
        utterances = utterances == null ? List.of() : List.copyOf(utterances);
    }

    public record Line(
            @Nullable String text,
            int delayMs,
            @Nullable List<Partial> partials,
            @Nullable List<Word> words,
            @Nullable String fails,
            boolean passing,
            boolean silent) {

        public static Line says(String text, int delayMs) {
            return new Line(text, delayMs, null, null, null, false, false);
        }

        public static Line fails(String code, boolean passing) {
            return new Line(null, 0, null, null, code, passing, false);
        }

        static final Line SILENT = new Line(null, 0, null, null, null, false, true);
    }

    public record Partial(int atMs, String text) {}

    public record Word(
            String text, int startMs, int endMs, @Nullable Double confidence) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @throws IllegalArgumentException in one line what is wrong with it */
    public static EarScript read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("the script " + file + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the script " + file + ": " + e.getMessage());
        }
    }

    public static EarScript of(String yaml) {
        try {
            EarScript script = YAML.readValue(yaml, EarScript.class);
            if (script == null || script.utterances().isEmpty()) {
                throw new IllegalArgumentException("it has no utterances");
            }
            for (Line line : script.utterances()) {
                if (line.text() == null && line.fails() == null && !line.silent()) {
                    throw new IllegalArgumentException("an utterance needs text, fails or silent");
                }
            }
            return script;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage());
        }
    }

    Line line(int index) {
        if (index < utterances.size()) {
            return utterances.get(index);
        }
        return again ? utterances.get(index % utterances.size()) : Line.SILENT;
    }
}
