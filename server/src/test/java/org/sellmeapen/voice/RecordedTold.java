package org.sellmeapen.voice;

import java.util.Arrays;
import java.util.Queue;
import org.sellmeapen.ai.SpeechFailed;

/** What a vendor's leg told, in order. */
record RecordedTold(Queue<String> told, Queue<byte[]> sound, Queue<SpeechFailed> lost) implements Vendor.Told {

    @Override
    public void ready() {
        told.add("ready");
    }

    @Override
    public void speechStarted(long atMs) {
        told.add("started");
    }

    @Override
    public void speechStopped(long atMs) {
        told.add("stopped");
    }

    @Override
    public void sofar(String text) {}

    @Override
    public void heard(String text) {
        told.add("heard " + text);
    }

    @Override
    public void replyBegan(Integer turn) {
        told.add("began " + turn);
    }

    @Override
    public void audio(byte[] pcm, int length) {
        sound.add(Arrays.copyOf(pcm, length));
    }

    @Override
    public void words(String more) {
        if (!more.isBlank()) {
            told.add("words " + more);
        }
    }

    @Override
    public void replyEnded(Vendor.End how) {
        told.add("ended " + how);
    }

    @Override
    public void leaving() {
        told.add("leaving");
    }

    @Override
    public void lost(SpeechFailed why) {
        lost.add(why);
    }
}
