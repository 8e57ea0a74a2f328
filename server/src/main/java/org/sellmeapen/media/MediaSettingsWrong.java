package org.sellmeapen.media;

import org.sellmeapen.kernel.Problem;

/** The server does not start with such settings. */
public final class MediaSettingsWrong extends Problem {
    MediaSettingsWrong(String setting, String wanted) {
        super(Kind.OPERATOR, "media-settings-wrong", 500, "sellmeapen.media." + setting + ": " + wanted + ".");
    }
}
