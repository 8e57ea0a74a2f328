package org.sellmeapen.scenarios;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which line of the file each part of the tree begins, by JSON pointer. */
final class Lines {

    private final Map<String, Integer> byPointer;

    private Lines(Map<String, Integer> byPointer) {
        this.byPointer = byPointer;
    }

    static Lines of(YAMLMapper yaml, String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = yaml.createParser(text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return new Lines(lines);
    }

    /** The line of the part, or of the nearest part around it. */
    int of(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        while (at != null) {
            Integer line = byPointer.get(at.toString());
            if (line != null) {
                return line;
            }
            at = at.head();
        }
        return 1;
    }
}
