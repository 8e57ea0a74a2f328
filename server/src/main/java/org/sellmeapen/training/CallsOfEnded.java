package org.sellmeapen.training;

import org.sellmeapen.voice.Voice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Whoever is on the line when a session ends is told at once; on another node, at its next look. */
@Component
class CallsOfEnded {

    private final Voice voice;

    CallsOfEnded(Voice voice) {
        this.voice = voice;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(SessionEnded ended) {
        voice.look(ended.session().value());
    }
}
