package org.sellmeapen.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Knows whose names to take out; begin a {@link Redaction} for each exchange. Immutable.
 *
 * <p>What it finds: the given names, whole or each of their words where it is written with a capital; names that nobody gave
 * it, where a title stands before them or somebody says that it is theirs, and from then on in the whole exchange; mail
 * addresses; telephone numbers that begin like one or are grouped like one; card numbers and bank accounts whose check digits
 * hold. What it does not: other names nobody gave it, all of those in a script without capitals, single names in small
 * letters, names bent by a language's grammar, numbers in words.
 */
public final class Redactor {

    /** Takes out everything but names. */
    public static final Redactor WITHOUT_NAMES = new Redactor(List.of());

    private final List<Names> names;

    private Redactor(List<Names> names) {
        this.names = names;
    }

    /** @param names of people, as they write themselves */
    public static Redactor of(Collection<String> names) {
        return new Redactor(List.of(new Names(names)));
    }

    /** Takes out these names too. Costs what these cost, however many it knows already. */
    public Redactor and(Collection<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Names> all = new ArrayList<>(names);
        all.add(new Names(more));
        return new Redactor(List.copyOf(all));
    }

    /** For what never comes back: the kind of what was taken out stands in its place, the same for everybody. */
    public String blotted(String text) {
        return begin().blotted(text);
    }

    /** For one exchange: what goes out and what comes back for it. */
    public Redaction begin() {
        return new Redaction(names);
    }
}
