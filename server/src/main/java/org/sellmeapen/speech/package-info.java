/**
 * The arithmetic of speech: who spoke when, pauses, pace, fillers, talk share, interruptions, and two scores whose parts
 * and formulas are shown. Pure functions over samples and words; observable behaviour only, never an emotion or a trait.
 * Leaves opening recordings to {@code audio} and where they come from to whoever asks.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audio", "conversation"})
package org.sellmeapen.speech;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
