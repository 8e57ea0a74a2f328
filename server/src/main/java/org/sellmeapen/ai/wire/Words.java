package org.sellmeapen.ai.wire;

import java.util.List;
import java.util.function.Consumer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.Prompt;

/**
 * What was said so far, told as it comes. Ends at the first stop whatever the vendor does, since one has no stops and some
 * servers ignore them; leaves out thoughts that local models say aloud before they answer.
 */
public final class Words {

    private static final String THINKS = "<think>";
    private static final String THOUGHT = "</think>";

    private final AnswerSink sink;
    private final List<String> stops;
    private final Consumer<String> answer;
    private final StringBuilder text = new StringBuilder();

    /** The very beginning, until it is clear whether it is a thought. */
    private final StringBuilder opening = new StringBuilder();

    /** Came, but may be the beginning of a stop. */
    private final StringBuilder held = new StringBuilder();

    private Consumer<String> next = this::beforeThought;
    private boolean stopped;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean objectEnded;

    private Words(AnswerSink sink, List<String> stops, boolean onlyObject) {
        this.sink = sink;
        this.stops = stops;
        this.answer = onlyObject ? this::onlyObject : this::untilStop;
    }

    public static Words to(AnswerSink sink, Prompt prompt) {
        return new Words(sink, prompt.stop(), false);
    }

    /** Of a model that was merely asked for JSON: what stands around the object, fences or a preface, is left out. */
    public static Words ofObject(AnswerSink sink, Prompt prompt) {
        return new Words(sink, prompt.stop(), true);
    }

    /**
     * @return whether there is more to hear; false when a stop was met
     * @throws InterruptedException when the thread was interrupted, and then nothing was told
     */
    public boolean add(String more) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!stopped && !more.isEmpty()) {
            next.accept(more);
        }
        return !stopped;
    }

    /** The vendor said all it wanted to: what was held back is no stop. */
    public String end() {
        if (!stopped) {
            if (opening.length() > 0) {
                String all = opening.toString();
                opening.setLength(0);
                if (!all.stripLeading().startsWith(THINKS)) { // a thought that never ended was no answer
                    answer.accept(all);
                }
            }
            if (!stopped) {
                tell(held.length());
            }
        }
        return text.toString();
    }

    public boolean isStopped() {
        return stopped;
    }

    private void beforeThought(String more) {
        opening.append(more);
        String said = opening.toString().stripLeading();
        if (said.startsWith(THINKS)) {
            next = this::inThought;
            inThought("");
        } else if (!THINKS.startsWith(said)) {
            next = answer;
            opening.setLength(0);
            answer.accept(said); // white space before the first word tells nobody anything
        }
    }

    private void inThought(String more) {
        opening.append(more);
        int end = opening.indexOf(THOUGHT);
        if (end >= 0) {
            String rest = opening.substring(end + THOUGHT.length());
            opening.setLength(0);
            next = this::afterThought;
            afterThought(rest);
        }
    }

    private void afterThought(String more) {
        String rest = more.stripLeading();
        if (!rest.isEmpty()) {
            next = answer;
            answer.accept(rest);
        }
    }

    private void onlyObject(String more) {
        int from = depth > 0 ? 0 : -1;
        for (int i = 0; i < more.length() && !objectEnded; i++) {
            char c = more.charAt(i);
            if (inString) {
                inString = escaped || c != '"';
                escaped = !escaped && c == '\\';
            } else if (c == '"' && depth > 0) {
                inString = true;
            } else if (c == '{') {
                from = depth++ == 0 ? i : from;
            } else if (c == '}' && depth > 0 && --depth == 0) {
                objectEnded = true;
                untilStop(more.substring(from, i + 1));
                return;
            }
        }
        if (from >= 0 && !objectEnded) {
            untilStop(more.substring(from));
        }
    }

    private void untilStop(String more) {
        held.append(more);
        int at = -1;
        for (String stop : stops) {
            int found = stop.isEmpty() ? -1 : held.indexOf(stop);
            if (found >= 0 && (at < 0 || found < at)) {
                at = found;
            }
        }
        if (at >= 0) {
            tell(at);
            held.setLength(0);
            stopped = true;
        } else {
            tell(held.length() - mayBegin());
        }
    }

    /** How many of the last characters may be the beginning of a stop. */
    private int mayBegin() {
        int most = 0;
        for (String stop : stops) {
            for (int n = Math.min(stop.length() - 1, held.length()); n > most; n--) {
                if (stop.startsWith(held.substring(held.length() - n))) {
                    most = n;
                }
            }
        }
        return most;
    }

    private void tell(int length) {
        if (length > 0) {
            String words = held.substring(0, length);
            held.delete(0, length);
            text.append(words);
            sink.words(words);
        }
    }
}
