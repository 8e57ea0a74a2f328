/**
 * The machine: who speaks and who listens. Ports for speech made from text and text made from speech, the offline voice,
 * adapters for servers an operator names, and scripted ones for rehearsing without any. Owns no table. Leaves turns, words
 * and meaning to the rooms above.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audio", "connections"})
package org.sellmeapen.ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
