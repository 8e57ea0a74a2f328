package org.sellmeapen.embeddedpg;

/** A backup that cannot be written or brought back; the message says why and what to do. */
public final class BackupRefused extends RuntimeException {

    BackupRefused(String message) {
        super(message);
    }
}
