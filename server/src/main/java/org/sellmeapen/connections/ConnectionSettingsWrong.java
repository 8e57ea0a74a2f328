package org.sellmeapen.connections;

import org.sellmeapen.kernel.Problem;

/** The server does not start with such settings. */
public final class ConnectionSettingsWrong extends Problem {
    ConnectionSettingsWrong(String setting, String wanted) {
        super(
                Kind.OPERATOR,
                "connection-settings-wrong",
                500,
                "sellmeapen.connections." + setting + ": " + wanted + ".");
    }
}
