package org.sellmeapen.kernel;

/** Somebody changed it since the caller last read it. */
public final class VersionStale extends Problem {
    public VersionStale() {
        super(
                Kind.CALLER,
                "version-stale",
                412,
                "This was changed since you last read it. Nothing was overwritten; read it again and repeat your change.");
    }
}
