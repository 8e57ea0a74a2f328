package org.sellmeapen.roleplay;

import java.util.List;

/**
 * What whoever words an answer is told, and what the words are held against and nobody outside is told.
 *
 * @param background what anybody may know of what is sold, out of documents
 */
public record Cue(Direction direction, Confines confines, List<String> background) {

    public Cue {
        background = List.copyOf(background);
    }

    Cue(Direction direction, Confines confines) {
        this(direction, confines, List.of());
    }

    /** With passages that belong to what was said; one that tells what the person has not earned is left out. */
    public Cue knowing(List<String> passages) {
        Secrets secrets = new Secrets(confines);
        return new Cue(
                direction,
                confines,
                passages.stream().filter(passage -> !secrets.told(passage)).toList());
    }
}
