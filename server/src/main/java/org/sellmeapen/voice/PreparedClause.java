package org.sellmeapen.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;

/** What is made of a clause before it is known to be wanted. */
final class PreparedClause {

    private final String clause;
    private final List<ClauseSynthesis.Part> parts = new ArrayList<>();
    private Loop.@Nullable Work work;
    private Consumer<ClauseSynthesis.Part> taker = parts::add;
    private Consumer<@Nullable SpeechFailed> end = _ -> {};
    private boolean done;
    private @Nullable SpeechFailed failed;

    private PreparedClause(String clause) {
        this.clause = clause;
    }

    static PreparedClause begin(Loop loop, TextToSpeech voice, Utterance clause) {
        PreparedClause prepared = new PreparedClause(clause.text());
        prepared.work = ClauseSynthesis.begin(loop, voice, clause, part -> prepared.taker.accept(part), prepared::done);
        return prepared;
    }

    boolean says(String words) {
        return clause.equals(words);
    }

    /** It is wanted: what there is already goes there at once, the rest as it comes. */
    void handTo(Consumer<ClauseSynthesis.Part> parts, Consumer<@Nullable SpeechFailed> end) {
        this.taker = parts;
        this.end = end;
        this.parts.forEach(parts);
        if (done) {
            end.accept(failed);
        }
    }

    void cancel() {
        if (work != null) {
            work.cancel();
        }
    }

    private void done(@Nullable SpeechFailed why) {
        done = true;
        failed = why;
        end.accept(why);
    }
}
