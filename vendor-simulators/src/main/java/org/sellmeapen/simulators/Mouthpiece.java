package org.sellmeapen.simulators;

/** What the vendors that hear and speak in one have in common here: how they hear speech, and that they say what they are told. */
final class Mouthpiece {

    private static final int LOUD = 1_000;
    private static final int QUIET_MS = 500;

    private final int rate;
    private long samples;
    private long lastLoud = -1;
    private long began = -1;

    Mouthpiece(int rate) {
        this.rate = rate;
    }

    int ms() {
        return (int) (samples * 1_000 / rate);
    }

    /** @return how long somebody spoke who has now been quiet for a while; 0 where nobody did or still does */
    int hears(byte[] pcm) {
        for (int at = 0; at + 1 < pcm.length; at += 2) {
            int sample = (short) (pcm[at] & 0xFF | pcm[at + 1] << 8);
            if (Math.abs(sample) > LOUD) {
                lastLoud = samples;
                began = began < 0 ? samples : began;
            }
            samples++;
        }
        return began >= 0 && samples - lastLoud > (long) rate * QUIET_MS / 1_000 ? over() : 0;
    }

    /** Whoever speaks is done, however quiet it is. */
    int over() {
        int ms = began < 0 ? 0 : (int) ((lastLoud - began) * 1_000 / rate) + 1;
        began = -1;
        return ms;
    }

    boolean isHearing() {
        return began >= 0;
    }

    /** What is to be said by what was ordered: all after the last line that ends with a colon, or after the last colon. */
    static String obeying(String order) {
        int line = order.lastIndexOf(":\n");
        int colon = order.lastIndexOf(": ");
        String words = line >= 0 ? order.substring(line + 2) : colon >= 0 ? order.substring(colon + 2) : "";
        return words.isBlank() ? "Good morning to you." : words.strip();
    }
}
