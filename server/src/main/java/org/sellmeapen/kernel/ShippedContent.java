package org.sellmeapen.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads what ships under {@code content/} in the jar, as YAML with names in snake case. A mistake in it is a bug. */
public final class ShippedContent {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ShippedContent() {}

    public static <T> T read(String path, Class<T> type) {
        try (InputStream in = ShippedContent.class.getResourceAsStream("/content/" + path)) {
            if (in == null) {
                throw new IllegalStateException("content/" + path + " is missing");
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean has(String path) {
        return ShippedContent.class.getResource("/content/" + path) != null;
    }
}
