package org.sellmeapen.ai;

import org.sellmeapen.kernel.Problem;

/** A setting that nothing can be made of; the installation does not start with it. */
final class VoiceSettingWrong extends Problem {

    /** @param setting as it is called in the environment */
    VoiceSettingWrong(String setting, String why) {
        super(Kind.OPERATOR, "voice-setting-wrong", 500, setting + ": " + why);
    }
}
