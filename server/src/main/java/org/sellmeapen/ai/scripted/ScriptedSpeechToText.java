package org.sellmeapen.ai.scripted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Telling;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;

/** Understands what its script says, whatever is said to it: each stream from the first line on. */
public final class ScriptedSpeechToText implements SpeechToText {

    public static final String ID = "scripted";

    private final EarScript script;
    private final Timing timing;

    public ScriptedSpeechToText(EarScript script, Timing timing) {
        this.script = script;
        this.timing = timing;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean streams() {
        return true;
    }

    /** What the script says is all that was said. */
    @Override
    public boolean verbatim(String language) {
        return true;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
        return new Stream(wish, listener);
    }

    private final class Stream implements Transcribing {
        private final TranscriptionWish wish;
        private final TranscriptionListener listener;
        private final Telling telling = new Telling();
        private int line;
        private long pushed;
        private int partials;
        private Asked latest = new Asked();
        private boolean closed;

        Stream(TranscriptionWish wish, TranscriptionListener listener) {
            this.wish = wish;
            this.listener = listener;
        }

        @Override
        public void audio(short[] samples, int from, int length) {
            telling.run(() -> {
                pushed += length;
                List<EarScript.Partial> due = script.line(line).partials();
                while (!closed
                        && due != null
                        && partials < due.size()
                        && due.get(partials).atMs() <= pushedMs()) {
                    EarScript.Partial partial = due.get(partials++);
                    listener.partial(new Recognised(partial.text(), List.of(), false, pushedMs()));
                }
            });
        }

        @Override
        public void endOfUtterance() {
            telling.run(() -> {
                latest.over = true;
                Asked asked = new Asked();
                latest = asked;
                EarScript.Line answer = script.line(line);
                int heardMs = pushedMs();
                if (closed || answer.silent() && heardMs > 0) {
                    return;
                }
                if (heardMs == 0) {
                    listener.utterance(new Recognised("", List.of(), true, 0));
                } else if (answer.delayMs() <= 0) {
                    answer(asked, answer, heardMs);
                } else {
                    timing.after(
                            Duration.ofMillis(answer.delayMs()),
                            () -> telling.run(() -> answer(asked, answer, heardMs)));
                }
            });
        }

        private void answer(Asked asked, EarScript.Line answer, int heardMs) {
            if (asked.over || closed) {
                return;
            }
            asked.over = true;
            String code = answer.fails();
            if (code != null) {
                listener.failed(answer.passing() ? SpeechFailed.passing(ID, code) : SpeechFailed.lasting(ID, code));
                return;
            }
            List<RecognisedWord> words = new ArrayList<>();
            List<EarScript.Word> known = answer.words() == null ? List.of() : answer.words();
            for (EarScript.Word word : known) {
                if (word.startMs() < heardMs) {
                    words.add(new RecognisedWord(word.text(), word.startMs(), word.endMs(), word.confidence()));
                }
            }
            String whole = answer.text() == null ? "" : answer.text();
            String text = words.size() == known.size()
                    ? whole
                    : words.stream().map(RecognisedWord::text).collect(Collectors.joining(" "));
            listener.utterance(new Recognised(text, words, true, heardMs));
        }

        @Override
        public void nextUtterance() {
            telling.run(() -> {
                if (pushed > 0) {
                    line++;
                }
                begin();
            });
        }

        @Override
        public void discard() {
            telling.run(() -> {
                latest.over = true;
                begin();
            });
        }

        private void begin() {
            pushed = 0;
            partials = 0;
            latest = new Asked();
        }

        @Override
        public void close() {
            telling.run(() -> {
                closed = true;
                latest.over = true;
            });
        }

        private int pushedMs() {
            return (int) (pushed * 1_000 / wish.sampleRate());
        }
    }

    private static final class Asked {
        private boolean over;
    }
}
