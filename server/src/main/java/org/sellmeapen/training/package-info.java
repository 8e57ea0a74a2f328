/**
 * The rehearsal: lobby, live, paused, ended, scored; saved at each turn, resumed where it stopped, retried at any turn.
 * Owns sessions, their turns, hints and snapshots. Leaves who answers to {@code roleplay} and what it was worth to
 * {@code scoring}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "signin",
            "media",
            "audio",
            "connections",
            "ai",
            "conversation",
            "scenarios",
            "knowledge",
            "roleplay",
            "speech",
            "scoring",
            "voice"
        })
package org.sellmeapen.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
