package org.sellmeapen.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How an Ogg file ends. Its header promises no length, and the decoder leaves a page that was cut without a word; but each
 * page says how long it is (RFC 3533, section 6).
 */
final class OggEnd {

    private static final int CAPTURE = 0x4F676753; // "OggS"
    private static final int HEADER = 27;
    private static final int LONGEST_PAGE = HEADER + 255 + 255 * 255;

    private OggEnd() {}

    /** Whether the last page promises more than is there. */
    static boolean isCutOff(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = (int) Math.min(LONGEST_PAGE, channel.size());
            ByteBuffer end = ByteBuffer.allocate(length);
            channel.position(channel.size() - length);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // a short read is no end
            }
            return isCutOff(end.flip());
        }
    }

    private static boolean isCutOff(ByteBuffer end) {
        for (int at = end.limit() - Integer.BYTES; at >= 0; at--) {
            if (end.getInt(at) == CAPTURE) {
                return pageEnd(end, at) > end.limit();
            }
        }
        return false; // no page begins here: damaged otherwise, which the decoder says
    }

    private static int pageEnd(ByteBuffer end, int at) {
        int table = at + HEADER;
        if (table > end.limit()) {
            return Integer.MAX_VALUE;
        }
        int segments = end.get(table - 1) & 0xFF;
        int to = table + segments;
        for (int i = table; i < table + segments; i++) {
            if (i >= end.limit()) {
                return Integer.MAX_VALUE;
            }
            to += end.get(i) & 0xFF;
        }
        return to;
    }
}
