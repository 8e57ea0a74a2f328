package org.sellmeapen.tenancy;

import static org.sellmeapen.tenancy.Permission.AUTHOR_SCENARIOS;
import static org.sellmeapen.tenancy.Permission.REHEARSE;
import static org.sellmeapen.tenancy.Permission.SEE_AUDIT;
import static org.sellmeapen.tenancy.Permission.SEE_ORGANISATION;
import static org.sellmeapen.tenancy.Permission.SEE_REPORTS;
import static org.sellmeapen.tenancy.Permission.SEE_TEAM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.sellmeapen.kernel.NotValid;

/** What somebody is in an organisation. */
public enum Role {
    OWNER(EnumSet.allOf(Permission.class)),
    ADMIN(EnumSet.allOf(Permission.class)),
    MANAGER(EnumSet.of(REHEARSE, SEE_TEAM, SEE_REPORTS)),
    AUTHOR(EnumSet.of(REHEARSE, AUTHOR_SCENARIOS)),
    ANALYST(EnumSet.of(SEE_ORGANISATION, SEE_REPORTS)),
    TRAINEE(EnumSet.of(REHEARSE)),
    AUDITOR(EnumSet.of(SEE_AUDIT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether somebody of this role may give that role to others, or change somebody who has it. */
    public boolean reaches(Role other) {
        return this == OWNER || (other != OWNER && permissions.containsAll(other.permissions));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Role ofCode(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new NotValid("role", "A role is one of owner, admin, manager, author, analyst, trainee, auditor.");
    }
}
