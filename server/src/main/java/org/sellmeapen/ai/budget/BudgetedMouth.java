package org.sellmeapen.ai.budget;

import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Viseme;

/** As {@link Budgeted}, by the characters that are spoken. */
public final class BudgetedMouth implements TextToSpeech {

    private final TextToSpeech voice;
    private final SpeechPrice price;
    private final Purse purse;

    public BudgetedMouth(TextToSpeech voice, SpeechPrice price, Purse purse) {
        this.voice = voice;
        this.price = price;
        this.purse = purse;
    }

    @Override
    public String id() {
        return voice.id();
    }

    @Override
    public SpeechCoverage covers(String language) {
        return voice.covers(language);
    }

    @Override
    public SpeechCoverage covers(String language, String text) {
        return voice.covers(language, text);
    }

    @Override
    public void warm() {
        voice.warm();
    }

    /** Whether so many characters are left to be spoken; asks the book. */
    public boolean affords(int characters) {
        long cost = price.microsOfText(characters);
        boolean there = purse.reserve(cost);
        if (there) {
            purse.settle(cost, SpendBook.Settled.NOTHING);
        }
        return there;
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        long cost = price.microsOfText(utterance.text().length());
        if (!purse.reserve(cost)) {
            throw SpeechFailed.lasting(id(), "budget-spent");
        }
        boolean spoken = false;
        Counted counted = new Counted(sink);
        try {
            voice.speak(utterance, counted);
            spoken = true;
        } finally {
            // A text is paid whole, however much of it was heard; what was refused is not.
            purse.settle(
                    cost, spoken || counted.began ? new SpendBook.Settled(cost, 1, 0, 0) : SpendBook.Settled.NOTHING);
        }
    }

    private static final class Counted implements SpeechSink {
        private final SpeechSink sink;
        private boolean began;

        Counted(SpeechSink sink) {
            this.sink = sink;
        }

        @Override
        public void audio(short[] samples, int from, int length) {
            began = true;
            sink.audio(samples, from, length);
        }

        @Override
        public void viseme(int atMs, Viseme viseme) {
            sink.viseme(atMs, viseme);
        }

        @Override
        public void word(int atMs, int fromChar, int toChar) {
            sink.word(atMs, fromChar, toChar);
        }
    }
}
