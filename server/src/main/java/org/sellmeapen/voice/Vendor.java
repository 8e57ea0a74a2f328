package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;

/** One call's leg to a speech-to-speech vendor, in that vendor's own language. All on the loop of the call. */
interface Vendor {

    /** What came of a reply. */
    enum End {
        WHOLE,
        CUT,
        FAILED
    }

    /** What it tells the call. Times are milliseconds of the microphone audio sent on this leg. */
    interface Told {

        /** The vendor took the settings and listens. */
        void ready();

        void speechStarted(long atMs);

        void speechStopped(long atMs);

        /** What is being said, as far as it is understood. */
        void sofar(String text);

        /** The words of what was said; blank where nothing was understood. */
        void heard(String text);

        /** @param turn the turn that was asked for, where the vendor tells; null: unknown, or nobody asked */
        void replyBegan(@Nullable Integer turn);

        /** PCM16 little-endian at 24 kHz; the array is the vendor's again afterwards. */
        void audio(byte[] pcm, int length);

        /** More of the words that it speaks. */
        void words(String more);

        void replyEnded(End how);

        /** It closes soon, as it says itself, and wants to be called again. */
        void leaving();

        /** This leg is of no use any more; told once. */
        void lost(SpeechFailed why);
    }

    /** Milliseconds of microphone audio sent. */
    long sentMs();

    /** A frame of the microphone; not released by this. */
    void audio(ByteBuf pcm);

    /**
     * What was said so far is all, whatever its detector thinks.
     *
     * @param answered by the vendor itself
     */
    void commit(boolean answered);

    /** A reply for this turn is to be spoken as told. */
    void ask(int turn, String instructions);

    /** Who it is and what it may say, from now on. */
    void instruct(String instructions);

    /** Something the person wrote instead of saying it; to be answered. */
    void typed(String text);

    /** What was said before this leg was opened. */
    void remember(boolean byPerson, String text);

    /** The reply is not wanted any further; so much of it was heard. */
    void stop(long heardMs);

    /** Whether it is to go on sending; false while the other end reads too slowly. */
    void flow(boolean on);

    void close();
}
