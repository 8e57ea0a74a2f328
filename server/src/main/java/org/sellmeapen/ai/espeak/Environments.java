package org.sellmeapen.ai.espeak;

import org.jspecify.annotations.Nullable;

/** What a foreign process is told of ours: nothing that is a secret of somebody's. */
final class Environments {

    private Environments() {}

    static void onlyWhatItNeeds(ProcessBuilder command) {
        @Nullable String path = command.environment().get("PATH");
        command.environment().clear();
        if (path != null) {
            command.environment().put("PATH", path);
        }
        command.environment().put("LC_ALL", "C.UTF-8");
    }
}
