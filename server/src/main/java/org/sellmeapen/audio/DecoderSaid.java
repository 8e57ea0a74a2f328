package org.sellmeapen.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the decoder writes about a file. It is read to its end, kept up to a bound, and never shown: it names files. */
final class DecoderSaid {

    private static final int KEPT = 1 << 16;
    private static final long READ_WITHIN_MS = 2_000;

    private static final Pattern DURATION = Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");
    private static final Pattern CUT_OFF =
            Pattern.compile("moov atom not found|partial file|ended prematurely|Truncat", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_SOUND =
            Pattern.compile("matches no streams|does not contain any stream|Output file #0 does not contain");
    private static final Pattern NOT_READ =
            Pattern.compile("not on whitelist|Decoder .* not found|Could not find codec parameters|no decoder found");

    private final StringBuilder text = new StringBuilder();
    private final InputStream in;
    private final Thread reader;

    private DecoderSaid(InputStream in) {
        this.in = in;
        this.reader = Thread.ofVirtual().name("decoder words").start(this::read);
    }

    static DecoderSaid by(InputStream in) {
        return new DecoderSaid(in);
    }

    private void read() {
        byte[] some = new byte[4_096];
        try (in) {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                synchronized (text) {
                    text.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
                    // The beginning describes the file; of the rest the last words count.
                    if (text.length() > 2 * KEPT) {
                        text.delete(KEPT, text.length() - KEPT / 2);
                    }
                }
            }
        } catch (IOException closed) {
            // killed, and said all it could
        }
    }

    private String whole() {
        try {
            reader.join(READ_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (text) {
            return text.toString();
        }
    }

    /** What the header promises; null where it promises nothing, is guessed at, or is that of a picture too. */
    @Nullable
    Double promisedSeconds() {
        String all = whole();
        Matcher duration = DURATION.matcher(all);
        if (!duration.find() || all.contains("Estimating duration") || all.contains("Video:")) {
            return null;
        }
        return 3_600.0 * Integer.parseInt(duration.group(1))
                + 60.0 * Integer.parseInt(duration.group(2))
                + Double.parseDouble(duration.group(3));
    }

    boolean cutOff() {
        return CUT_OFF.matcher(whole()).find();
    }

    boolean noSound() {
        return NO_SOUND.matcher(whole()).find();
    }

    boolean codecNotRead() {
        return NOT_READ.matcher(whole()).find();
    }

    void close() {
        reader.interrupt();
        try {
            in.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }
}
