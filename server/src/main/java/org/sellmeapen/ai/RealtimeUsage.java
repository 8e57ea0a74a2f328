package org.sellmeapen.ai;

/**
 * What a speech-to-speech vendor says it took for an answer, in tokens.
 *
 * @param audioIn of sound it was sent, without what it still knew
 * @param audioKnown of sound that it still knew from before, which is cheaper
 */
public record RealtimeUsage(long audioIn, long audioKnown, long audioOut, long textIn, long textKnown, long textOut) {

    public static final RealtimeUsage NONE = new RealtimeUsage(0, 0, 0, 0, 0, 0);

    public long in() {
        return audioIn + audioKnown + textIn + textKnown;
    }

    public long out() {
        return audioOut + textOut;
    }
}
