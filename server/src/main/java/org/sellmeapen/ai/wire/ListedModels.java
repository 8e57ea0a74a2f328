package org.sellmeapen.ai.wire;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.ModelList;
import tools.jackson.databind.JsonNode;

/** Models as a vendor lists them in one page of JSON. */
public final class ListedModels implements ModelList {

    private final Line line;
    private final HttpRequest request;
    private final String field;
    private final Function<JsonNode, String> name;

    public ListedModels(Line line, HttpRequest request, String field, Function<JsonNode, String> name) {
        this.line = line;
        this.request = request;
        this.field = field;
        this.name = name;
    }

    /** As OpenAI lists them and its family with it. */
    public static ListedModels ofFamily(Line line, String version) {
        return ofFamily(line, version, line::bearing);
    }

    public static ListedModels ofFamily(Line line, String version, Function<HttpRequest.Builder, HttpRequest> key) {
        return new ListedModels(
                line,
                key.apply(line.get(line.at(version, "/models"))),
                "data",
                model -> model.path("id").asString(""));
    }

    /** Reads each name by something of its own. */
    public static UnaryOperator<String> without(String prefix) {
        return name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    @Override
    public String id() {
        return line.provider();
    }

    @Override
    public List<String> models() throws ModelFailed, InterruptedException {
        JsonNode listed = line.read(request).path(field);
        if (!listed.isArray()) {
            throw line.garbled();
        }
        List<String> names = new ArrayList<>();
        listed.forEach(model -> names.add(name.apply(model)));
        return names.stream().filter(n -> !n.isEmpty()).distinct().sorted().toList();
    }
}
