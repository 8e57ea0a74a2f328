/**
 * Sound as numbers: opens recordings, refuses what is none, and hands out samples block by block at the rate that is
 * asked for, in constant memory. Hears in a microphone's sound when somebody speaks. Leaves what the sound means to whoever
 * listens.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.sellmeapen.audio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
