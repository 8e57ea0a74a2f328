package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.Problem;

final class TeamNameTaken extends Problem {
    TeamNameTaken() {
        super(Kind.CALLER, "team-name-taken", 409, "There is a team of that name already. Choose another name.");
    }
}
