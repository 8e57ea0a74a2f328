package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.Problem;

/** Nobody gives a role above their own, and nobody changes somebody who has one. */
public final class RoleAboveOwn extends Problem {
    public RoleAboveOwn() {
        super(Kind.CALLER, "role-above-own", 403, "That role is above yours. Ask an owner of the organisation.");
    }
}
