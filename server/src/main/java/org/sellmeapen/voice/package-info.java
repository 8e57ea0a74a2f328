/**
 * The live audio loop: five ideas in small classes. The ear hears a turn of the person, turn-taking decides when it is
 * over, the mind answers (a port: whoever owns the conversation implements it), the mouth says the answer clause by
 * clause, and the desk seats the four for one call. A relay to a speech-to-speech vendor may stand in their place.
 *
 * <p>Owns tickets, calls with their clock, and the stages of each turn as they were measured. Leaves what is said back to
 * the {@link org.sellmeapen.voice.Mind}, recordings to {@code media}, recognisers and voices to {@code ai}.
 *
 * <p>One call lives on one thread of the listener's: everything in a {@code Desk} happens there, in order. What blocks (the
 * mind, a voice) is done on a virtual thread and comes back as an event.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "signin", "audio", "media", "connections", "ai"})
package org.sellmeapen.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
