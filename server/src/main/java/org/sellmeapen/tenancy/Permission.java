package org.sellmeapen.tenancy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody may do in their organisation. Roles are sets of these; code asks for these and never for a role. */
public enum Permission {
    REHEARSE,
    /** Sessions and people of the teams one leads. */
    SEE_TEAM,
    /** Sessions and people of everybody. */
    SEE_ORGANISATION,
    MANAGE_PEOPLE,
    MANAGE_TEAMS,
    MANAGE_ORGANISATION,
    SEE_AUDIT,
    AUTHOR_SCENARIOS,
    SEE_REPORTS;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
