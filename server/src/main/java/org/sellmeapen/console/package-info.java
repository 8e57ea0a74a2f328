/**
 * The command line. {@code play}, {@code score}, {@code acts} and {@code speech} need neither server nor database; the
 * operator's commands work on a data folder, or on a running server.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "signin",
            "audit",
            "audio",
            "ai",
            "connections",
            "media",
            "conversation",
            "scenarios",
            "roleplay",
            "speech",
            "scoring",
            "training",
            "embeddedpg"
        })
package org.sellmeapen.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
