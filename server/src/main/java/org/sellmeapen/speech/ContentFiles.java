package org.sellmeapen.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the language packs and scores that ship in the jar. A mistake in them is a bug. */
final class ContentFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ContentFiles() {}

    static <T> T read(String path, Class<T> type) {
        try (InputStream in = ContentFiles.class.getResourceAsStream("/content/" + path)) {
            if (in == null) {
                throw new IllegalStateException("content/" + path + " is missing");
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean has(String path) {
        return ContentFiles.class.getResource("/content/" + path) != null;
    }
}
