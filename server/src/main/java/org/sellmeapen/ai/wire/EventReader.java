package org.sellmeapen.ai.wire;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Server-sent events as the standard has them: all line ends, comments, several lines of data, a byte order mark. */
public final class EventReader {

    /** @param name empty where the vendor names none */
    public record Event(String name, String data) {}

    private final Lines lines;

    public EventReader(InputStream in) {
        lines = new Lines(in, true);
    }

    /** The next one with data; null at the end. One that no empty line ended counts, since some servers leave that out. */
    public @Nullable Event next() throws IOException {
        String name = "";
        StringBuilder data = null;
        while (true) {
            String line = lines.next();
            if (line == null || line.isEmpty()) {
                if (data != null) {
                    return new Event(name, data.toString());
                }
                if (line == null) {
                    return null;
                }
                name = "";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
            switch (field) {
                case "data" ->
                    data = data == null
                            ? new StringBuilder(value)
                            : data.append('\n').append(value);
                case "event" -> name = value;
                default -> {
                    // comments, ids, times to reconnect and what is not known yet
                }
            }
        }
    }
}
