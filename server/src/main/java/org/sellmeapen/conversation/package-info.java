/**
 * Who said what, when, and what it did: turns, acts, phases, outcomes, and the port through which a counterpart answers.
 * Owns the built-in act analyser. Leaves what is rehearsed to {@code scenarios}, who answers to {@code roleplay} and
 * what it was worth to {@code scoring}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.sellmeapen.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
