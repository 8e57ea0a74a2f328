package org.sellmeapen.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** What a command prints: JSON in the product's words, or lines for people. The only place that writes to a terminal. */
public final class Output {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            // What is of another kind is refused, not bent: a text is not 5, a turn's number not "0".
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final PrintStream out;
    private final PrintStream problems;

    Output(PrintStream out, PrintStream problems) {
        this.out = out;
        this.problems = problems;
    }

    public static Output ofTerminal() {
        return new Output(
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /**
     * Standard output is for answers alone from here on: a log line between them would break whoever reads them as JSON,
     * so whatever else prints there is led to standard error.
     */
    public static Output aloneOnTerminal() {
        Output output = ofTerminal();
        System.setOut(System.err);
        return output;
    }

    /** Where a command's help goes. */
    public PrintWriter help() {
        return new PrintWriter(out, true);
    }

    public void line(String line) {
        out.println(line);
        out.flush();
    }

    void json(Object value) {
        line(JSON.writeValueAsString(value));
    }

    public void problem(String message) {
        out.flush();
        problems.println("sellmeapen: " + message);
    }
}
