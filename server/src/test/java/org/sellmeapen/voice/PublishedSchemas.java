package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A vendor's own schemas of what is said to it, where they lie on this machine. A field it does not know is a fault. */
final class PublishedSchemas {

    private final JsonNode schemas;
    private final Map<String, Schema> byName = new ConcurrentHashMap<>();

    private PublishedSchemas(JsonNode schemas) {
        this.schemas = schemas;
        schemas.forEach(PublishedSchemas::shut);
    }

    /** @param file below the folder of specifications */
    static Optional<PublishedSchemas> found(String file) {
        String place = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        return Stream.of(place == null ? "../shared" : place, "../../shared")
                .map(folder -> Path.of(folder, "specs").resolve(file))
                .filter(Files::exists)
                .findFirst()
                .map(found -> {
                    try {
                        return new PublishedSchemas(Messages.MAPPER
                                .readTree(Files.readString(found))
                                .path("components")
                                .path("schemas"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** @param name of the schema */
    void check(String name, JsonNode said) {
        assertThat(faults(name, said))
                .as("%s, said to the vendor: %s", name, said)
                .isEmpty();
    }

    Iterable<?> faults(String name, JsonNode said) {
        return byName.computeIfAbsent(name, this::schema).validate(said);
    }

    /** The one among these alternatives whose {@code type} is this. */
    String alternative(String of, String type) {
        for (JsonNode one : schemas.path(of).path("anyOf")) {
            String name = one.path("$ref").asString().replaceAll(".*/", "");
            if (schemas.path(name).at("/properties/type/enum/0").asString("").equals(type)) {
                return name;
            }
        }
        throw new AssertionError("the vendor publishes no " + type + " among " + of);
    }

    private Schema schema(String name) {
        assertThat(schemas.has(name)).as("the vendor publishes %s", name).isTrue();
        ObjectNode document = Messages.MAPPER.createObjectNode();
        document.put("$ref", "#/components/schemas/" + name);
        document.putObject("components").set("schemas", schemas);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    private static void shut(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            boolean whole = object.path("properties").isObject()
                    && !object.has("allOf")
                    && !object.has("anyOf")
                    && !object.has("oneOf")
                    && !object.has("additionalProperties");
            if (whole) {
                object.put("additionalProperties", false);
            }
        }
        schema.forEach(PublishedSchemas::shut);
    }
}
