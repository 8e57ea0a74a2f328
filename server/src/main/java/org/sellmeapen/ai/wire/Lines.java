package org.sellmeapen.ai.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines out of bytes that arrive in pieces: a line is decoded when all of it is there, so no character is torn. */
final class Lines {

    /** Longer ones are no answer of any vendor. */
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final boolean loneReturnEnds;
    private final byte[] buffer = new byte[8_192];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int from;
    private int to;
    private boolean afterReturn;
    private boolean first = true;

    /** @param loneReturnEnds whether a CR alone ends a line, as server-sent events have it */
    Lines(InputStream in, boolean loneReturnEnds) {
        this.in = in;
        this.loneReturnEnds = loneReturnEnds;
    }

    /** The next whole line; null at the end, where a line that nothing ended is dropped. */
    @Nullable
    String next() throws IOException {
        while (true) {
            for (int i = from; i < to; i++) {
                byte b = buffer[i];
                if (b == '\n' && afterReturn && i == from && line.size() == 0) {
                    from++;
                    afterReturn = false;
                } else if (b == '\n' || b == '\r' && loneReturnEnds) {
                    String text = taken(i);
                    afterReturn = b == '\r';
                    from = i + 1;
                    return text;
                } else {
                    afterReturn = false;
                }
            }
            line.write(buffer, from, to - from);
            if (line.size() > LONGEST) {
                throw new Garbled("a line without an end");
            }
            from = 0;
            to = in.read(buffer);
            if (to < 0) {
                to = 0;
                return null;
            }
        }
    }

    /** What an answer that is not to be read in lines goes on with, for NDJSON whose last line nothing ends. */
    String rest() {
        return line.toString(StandardCharsets.UTF_8);
    }

    private String taken(int end) {
        String text;
        if (line.size() == 0) {
            text = new String(buffer, from, end - from, StandardCharsets.UTF_8);
        } else {
            line.write(buffer, from, end - from);
            text = line.toString(StandardCharsets.UTF_8);
            line.reset();
        }
        if (first && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        first = false;
        return !loneReturnEnds && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
