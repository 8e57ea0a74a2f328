package org.sellmeapen.training;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.ManagersSee;
import org.sellmeapen.tenancy.Organisation;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Who sees whose sessions: everybody their own; managers those of the teams they lead, as the organisation settled it. */
@Component
class SessionPolicy {

    private final Tenancy tenancy;

    SessionPolicy(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /**
     * What somebody may look at beside their own.
     *
     * @param people absent: everybody of the organisation
     * @param sharedOnly only what its owner shared
     */
    record Sight(PersonId self, @Nullable Set<UUID> people, boolean sharedOnly) {

        boolean covers(UUID person, boolean shared) {
            if (person.equals(self.value())) {
                return true;
            }
            return (people == null || people.contains(person)) && (shared || !sharedOnly);
        }

        boolean isOwnOnly() {
            return people != null && people.stream().allMatch(self.value()::equals);
        }
    }

    Sight of(SignedIn who) {
        boolean sharedOnly = tenancy.organisation().managersSee() == ManagersSee.SHARED;
        if (who.may(Permission.SEE_ORGANISATION)) {
            return new Sight(who.person(), null, sharedOnly);
        }
        Set<UUID> people = new HashSet<>();
        if (who.may(Permission.SEE_TEAM)) {
            tenancy.ledBy(who.person()).forEach(person -> people.add(person.value()));
        }
        people.add(who.person().value());
        return new Sight(who.person(), people, sharedOnly);
    }

    boolean ownersMayDelete(SignedIn who) {
        return tenancy.organisation().ownersMayDeleteSessions();
    }

    Organisation organisation() {
        return tenancy.organisation();
    }
}
