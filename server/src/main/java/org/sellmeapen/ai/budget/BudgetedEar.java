package org.sellmeapen.ai.budget;

import java.util.concurrent.Executor;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;

/**
 * Hears no more than a month's cap. A stream is paid by what is pushed into it; an ear that is asked with whole utterances,
 * by the length of each question. Neither the one who pushes sound nor the one who asks waits for the book: a minute is
 * taken beforehand, and the next one beside.
 */
public final class BudgetedEar implements SpeechToText {

    private static final long AHEAD_MS = 60_000;

    private final SpeechToText ear;
    private final SpeechPrice price;
    private final Purse purse;
    private final Executor beside;

    /** @param beside where the book may be waited for */
    public BudgetedEar(SpeechToText ear, SpeechPrice price, Purse purse, Executor beside) {
        this.ear = ear;
        this.price = price;
        this.purse = purse;
        this.beside = beside;
    }

    @Override
    public String id() {
        return ear.id();
    }

    @Override
    public boolean streams() {
        return ear.streams();
    }

    @Override
    public boolean verbatim(String language) {
        return ear.verbatim(language);
    }

    /** Whether there is a minute left to be heard; asks the book. */
    public boolean affords() {
        long minute = price.microsOfSound(AHEAD_MS);
        boolean there = purse.reserve(minute);
        if (there) {
            purse.settle(minute, SpendBook.Settled.NOTHING);
        }
        return there;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) throws SpeechFailed {
        return new Counted(wish, listener, ear.open(wish, listener));
    }

    private final class Counted implements Transcribing {
        private final int rate;
        private final TranscriptionListener listener;
        private final Transcribing stream;
        private long samples;
        private long unpaid;
        // Both of this stream; guarded by it.
        private long reserved;
        private boolean spent;
        private boolean closed;

        Counted(TranscriptionWish wish, TranscriptionListener listener, Transcribing stream) {
            this.rate = wish.sampleRate();
            this.listener = listener;
            this.stream = stream;
            beside.execute(this::takeAhead);
        }

        private void takeAhead() {
            long wanted = price.microsOfSound(AHEAD_MS);
            boolean there = purse.reserve(wanted);
            synchronized (this) {
                if (there && !closed) {
                    reserved += wanted;
                    return;
                }
                spent = !there;
            }
            if (there) {
                purse.settle(wanted, SpendBook.Settled.NOTHING);
            }
        }

        @Override
        public void audio(short[] pushed, int from, int length) {
            samples += length;
            unpaid += streams() ? length : 0;
            stream.audio(pushed, from, length);
        }

        @Override
        public void endOfUtterance() {
            if (isSpent()) {
                listener.failed(SpeechFailed.lasting(id(), "budget-spent"));
                return;
            }
            unpaid += streams() ? 0 : samples;
            pay(samples > 0 ? 1 : 0);
            stream.endOfUtterance();
        }

        private synchronized boolean isSpent() {
            return spent;
        }

        private void pay(int answers) {
            long cost = price.microsOfSound(unpaid * 1_000 / rate);
            unpaid = 0;
            boolean more;
            long back;
            synchronized (this) {
                back = reserved;
                reserved = 0;
                more = !closed;
            }
            beside.execute(() -> {
                purse.settle(back, new SpendBook.Settled(cost, answers, 0, 0));
                if (more) {
                    takeAhead();
                }
            });
        }

        @Override
        public void nextUtterance() {
            samples = 0;
            stream.nextUtterance();
        }

        @Override
        public void discard() {
            samples = 0;
            stream.discard();
        }

        @Override
        public void close() {
            stream.close();
            boolean first;
            synchronized (this) {
                first = !closed;
                closed = true;
            }
            if (first) {
                pay(0);
            }
        }
    }
}
