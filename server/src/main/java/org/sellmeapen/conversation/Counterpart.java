package org.sellmeapen.conversation;

import java.util.List;
import java.util.Optional;

/**
 * Whoever sits opposite the person in one conversation. Not thread-safe: one conversation, one thread at a time. The
 * same memento and the same words always give the same answer.
 */
public interface Counterpart {

    /** The first words, where the counterpart begins; called once, before anything was said. */
    List<MarkedTurn> open();

    /**
     * Hears one turn of the person and answers.
     *
     * @param said the person's words, possibly empty (silence)
     * @return the person's turn as understood, followed by the answering turns (none after the conversation has ended)
     */
    List<MarkedTurn> hear(String said);

    /** Set once the counterpart has decided; afterwards {@link #hear} must not be called. */
    Optional<Ending> ending();

    /** A hint for the person's next turn from the scenario's own content, without giving away hidden facts. */
    String hint();

    /** Everything needed to continue later or elsewhere, as JSON text. */
    String memento();
}
