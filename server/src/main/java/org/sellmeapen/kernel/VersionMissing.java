package org.sellmeapen.kernel;

/** A change came without saying which version it is a change of. */
public final class VersionMissing extends Problem {
    VersionMissing() {
        super(
                Kind.CALLER,
                "version-missing",
                428,
                "Send the ETag of what you last read as If-Match, so that nobody's change is lost.");
    }
}
