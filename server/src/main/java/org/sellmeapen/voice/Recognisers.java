package org.sellmeapen.voice;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;

/** Who may listen in this call, in their order; the next one when one is given up. */
final class Recognisers {

    private final Iterator<SpeechToText> next;
    private final Ear ear;
    private final String language;
    private final StepDown stepDown;

    private @Nullable String now;
    private boolean verbatim;

    /** The first one that can listens at once. */
    Recognisers(List<SpeechToText> ears, Ear ear, String language, StepDown stepDown) {
        this.next = ears.iterator();
        this.ear = ear;
        this.language = language;
        this.stepDown = stepDown;
        advance();
    }

    /** The provider that listens; null where it is nobody here. */
    @Nullable
    String now() {
        return now;
    }

    /** Whether who listens writes hesitations down too. */
    boolean verbatim() {
        return verbatim;
    }

    /** Whether this was once too often, so that another listens from now on, or it is typed; that was told. */
    boolean givenUp(SpeechFailed why) {
        if (!stepDown.earFailed(why)) {
            return false;
        }
        if (advance()) {
            stepDown.to(ServerMessage.Down.NEXT_PROVIDER, why.code());
        } else {
            ear.listenTo(ClientMessage.EarChoice.NONE);
            stepDown.to(ServerMessage.Down.TEXT, why.code());
        }
        return true;
    }

    /**
     * Lets the next one listen in place of one that is late again and again; that was told. To be called between two turns, so
     * that no word is lost. Where there is no other, one that is late is better than none.
     */
    void replaced(SpeechFailed why) {
        if (opened()) {
            stepDown.to(ServerMessage.Down.NEXT_PROVIDER, why.code());
        }
    }

    private boolean opened() {
        while (next.hasNext()) {
            SpeechToText candidate = next.next();
            try {
                ear.use(candidate, language);
                now = candidate.id();
                verbatim = candidate.verbatim(language);
                return true;
            } catch (SpeechFailed unusable) {
                // the one after it, then
            }
        }
        return false;
    }

    private boolean advance() {
        if (opened()) {
            return true;
        }
        now = null;
        verbatim = false;
        try {
            ear.use(null, "");
        } catch (SpeechFailed impossible) {
            throw new IllegalStateException(impossible);
        }
        return false;
    }
}
