package org.sellmeapen.connections;

import java.util.Locale;

/** What something leaves the house for. A host is allowed for one purpose at a time. */
public enum Purpose {
    /** Words of a rehearsal, to be answered. */
    TALK,
    /** A conversation, to be judged. */
    JUDGE,
    /** What a person said, to be written down. */
    HEAR,
    /** Words of the counterpart, to be spoken. */
    SPEAK,
    /** What a person said, to be answered in speech. */
    REALTIME,
    /** Documents and questions, to be found again. */
    EMBED;

    /** As in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
