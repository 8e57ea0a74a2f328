package org.sellmeapen.kernel;

/** Nothing of that id is there for this caller. Said alike of what never was and of what belongs to somebody else. */
public final class NotFound extends Problem {

    public NotFound(String what) {
        super(Kind.CALLER, "not-found", 404, "There is no such " + what + ", or it is not yours to see.");
    }
}
