package org.sellmeapen.scenarios;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema an author's editor uses, and the remedies that its descriptions are. */
final class ScenarioSchema {

    private final JsonNode document;
    private final Schema schema;

    ScenarioSchema(JsonMapper json) {
        try (InputStream in = Objects.requireNonNull(
                ScenarioSchema.class.getResourceAsStream("/content/scenarios/schema.json"), "schema.json is shipped")) {
            document = json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    List<ScenarioProblem> check(String file, JsonNode tree, Lines lines) {
        List<ScenarioProblem> problems = new ArrayList<>();
        for (Error error : schema.validate(tree)) {
            if (error.getKeyword() != null && !error.getKeyword().equals("if")) {
                problems.add(problem(file, error, lines));
            }
        }
        return problems;
    }

    private ScenarioProblem problem(String file, Error error, Lines lines) {
        String where = pointer(error.getInstanceLocation());
        String part = where.isEmpty() ? "the file" : where.substring(1).replace('/', '.');
        JsonNode around = document.at(parent(pointer(error.getSchemaLocation().getFragment())));
        String property = error.getProperty();
        if (error.getKeyword().equals("additionalProperties") && property != null) {
            return new ScenarioProblem(
                    file,
                    lines.of(where + "/" + property),
                    "`" + property + "` is not a field of " + part + ".",
                    "Allowed are: "
                            + String.join(", ", around.path("properties").propertyNames())
                            + ". Check the spelling and the indentation.");
        }
        if (error.getKeyword().equals("required") && property != null) {
            String what =
                    document.at("/properties/" + property + "/description").asString("");
            String nested =
                    around.path("properties").path(property).path("description").asString(what);
            return new ScenarioProblem(
                    file,
                    lines.of(where),
                    "`" + property + "` is missing in " + part + ".",
                    "Add it: " + (nested.isEmpty() ? "see docs/scenario-format.md" : nested) + ".");
        }
        String description = around.path("description").asString("see docs/scenario-format.md");
        return new ScenarioProblem(
                file, lines.of(where), part + ": " + error.getMessage() + ".", "Expected: " + description + ".");
    }

    private static String parent(String pointer) {
        int slash = pointer.lastIndexOf('/');
        return slash <= 0 ? "" : pointer.substring(0, slash);
    }

    private static String pointer(@Nullable NodePath path) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; path != null && k < path.getNameCount(); k++) {
            text.append('/').append(path.getName(k).replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
