package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class AlreadyMember extends Problem {
    AlreadyMember() {
        super(Kind.CALLER, "already-member", 409, "That person is in this organisation already.");
    }
}
