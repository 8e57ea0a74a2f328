package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;

/**
 * Makes text of what the person says. The words come from a recogniser of the server's, or from the browser's own; where
 * there is none the person types.
 */
final class Ear {

    /** What it tells the desk, on the desk's loop. */
    interface Told {
        /** The turn so far, as it streams in. */
        void sofar(String text);

        /**
         * The whole turn up to where it was asked for.
         *
         * @param sureness of its words, 0 to 1, on average; null where the recogniser does not say
         */
        void text(String text, @Nullable Double sureness);

        /** The text takes longer than it may, and is still waited for. */
        void late(SpeechFailed why);

        void failed(SpeechFailed why);
    }

    /** How much of what came before the detector spoke up goes to the recogniser, in milliseconds: beginnings are soft. */
    private static final int BEFORE_MS = 400;

    /** No recogniser takes longer than this for what a person says in one turn. */
    private static final int LONGEST_WAIT_MS = 8_000;

    private final Loop loop;
    private final Told told;
    private final int rate;
    private final short[] before;

    private ClientMessage.EarChoice kind;
    private @Nullable Transcribing stream;
    private long kept;
    private boolean open;
    private boolean asked;
    private final BrowserWords browser = new BrowserWords();
    private boolean answered;
    private Loop.@Nullable Timer patience;

    /** @param recogniser null where the server has none */
    Ear(Loop loop, Told told, int rate, ClientMessage.EarChoice wanted) {
        this.loop = loop;
        this.told = told;
        this.rate = rate;
        this.kind = wanted;
        this.before = new short[rate * BEFORE_MS / 1000];
    }

    ClientMessage.EarChoice kind() {
        return kind;
    }

    /** Takes this recogniser from now on; null: none of the server's. */
    void use(@Nullable SpeechToText recogniser, String language) throws SpeechFailed {
        if (recogniser == null) {
            close();
            if (kind == ClientMessage.EarChoice.SERVER) {
                kind = ClientMessage.EarChoice.NONE;
            }
            return;
        }
        // One that cannot be opened leaves the one before it at work.
        Transcribing opened = recogniser.open(new TranscriptionWish(language, rate), new FromRecogniser());
        close();
        stream = opened;
    }

    void listenTo(ClientMessage.EarChoice choice) {
        kind = choice == ClientMessage.EarChoice.SERVER && stream == null ? ClientMessage.EarChoice.NONE : choice;
    }

    /** Microphone samples, gapless. */
    void audio(short[] samples, int length) {
        if (kind != ClientMessage.EarChoice.SERVER || stream == null) {
            return;
        }
        if (open) {
            stream.audio(samples, 0, length);
            return;
        }
        for (int k = 0; k < length; k++) {
            before[(int) ((kept + k) % before.length)] = samples[k];
        }
        kept += length;
    }

    /** They speak: what follows, and what came just before, is heard. */
    void begin() {
        browser.clear(); // what came after its turn was taken is no part of this one
        if (open || stream == null || kind != ClientMessage.EarChoice.SERVER) {
            return;
        }
        open = true;
        int have = (int) Math.min(kept, before.length);
        int from = (int) ((kept - have) % before.length);
        int first = Math.min(have, before.length - from);
        stream.audio(before, from, first);
        if (have > first) {
            stream.audio(before, 0, have - first);
        }
        kept = 0;
    }

    /** Asks for the text of the turn so far. */
    void ask() {
        asked = true;
        if (patience != null) {
            patience.cancel();
        }
        patience = loop.after(LONGEST_WAIT_MS, () -> failed(SpeechFailed.passing("ear", "timed-out")));
        if (kind == ClientMessage.EarChoice.BROWSER) {
            answerFromBrowser();
        } else if (stream != null && open) {
            stream.endOfUtterance();
        } else {
            answered("");
        }
    }

    /** Nobody is there any more: asks for the text of all that was said. */
    void askLast(boolean anew) {
        if (kind == ClientMessage.EarChoice.BROWSER) {
            answered(browser.all()); // no more of it can come
        } else if (anew || !asked) {
            ask();
        }
    }

    /** What the browser's own recogniser has: a phrase, or so far of one. */
    void heardText(String text, boolean last) {
        if (kind != ClientMessage.EarChoice.BROWSER) {
            return;
        }
        browser.add(text, last);
        told.sofar(browser.all());
        if (asked) {
            answerFromBrowser();
        } else if (answered) {
            ask(); // more came of what was taken for the end of it: that too is waited for
        }
    }

    /** The turn goes on; it is asked for again at its end. */
    void goesOn() {
        if (kind == ClientMessage.EarChoice.BROWSER) {
            unask();
        }
    }

    /** The turn was taken: what comes is the next. */
    void next() {
        if (stream != null && open) {
            stream.nextUtterance();
        }
        rest();
    }

    /** It was nothing. */
    void discard() {
        if (stream != null && open) {
            stream.discard();
        }
        rest();
    }

    void close() {
        rest();
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    private void rest() {
        open = false;
        browser.clear();
        unask();
    }

    private void unask() {
        asked = false;
        answered = false;
        if (patience != null) {
            patience.cancel();
            patience = null;
        }
    }

    /** A browser's text settles some time after the silence; until then what it has is better than nothing but not enough. */
    private void answerFromBrowser() {
        if (browser.isSettled()) {
            answered(browser.all());
        }
    }

    private void answered(String text) {
        answered(text, null);
    }

    private void answered(String text, @Nullable Double sureness) {
        unask();
        answered = true;
        told.text(text, sureness);
    }

    private void failed(SpeechFailed why) {
        patience = null;
        if (asked && kind == ClientMessage.EarChoice.BROWSER && !browser.all().isEmpty()) {
            answered(browser.all());
            return;
        }
        asked = false;
        told.failed(why);
    }

    private final class FromRecogniser implements TranscriptionListener {
        @Override
        public void partial(Recognised text) {
            loop.run(() -> {
                if (open) {
                    told.sofar(text.text());
                }
            });
        }

        @Override
        public void utterance(Recognised text) {
            loop.run(() -> {
                if (open && asked) {
                    answered(text.text(), text.sureness());
                }
            });
        }

        @Override
        public void late(SpeechFailed why) {
            loop.run(() -> {
                if (open && asked) {
                    told.late(why);
                }
            });
        }

        @Override
        public void failed(SpeechFailed why) {
            loop.run(() -> {
                if (patience != null) {
                    patience.cancel();
                }
                Ear.this.failed(why);
            });
        }
    }
}
