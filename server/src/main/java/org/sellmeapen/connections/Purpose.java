package org.sellmeapen.connections;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.sellmeapen.kernel.NotValid;

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
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Purpose ofCode(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code().equals(code)) {
                return purpose;
            }
        }
        throw new NotValid("purpose", "A purpose is one of talk, judge, hear, speak, realtime, embed.");
    }
}
