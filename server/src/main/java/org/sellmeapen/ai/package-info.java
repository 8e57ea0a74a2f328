/**
 * The machine: who speaks, who listens, who words and who judges. Ports for language models, embeddings, speech made from
 * text and text made from speech; adapters, one sub-package a vendor; what stands between the two (routing, retries,
 * budget, redaction); which of them an organisation set up for what; the offline voice, and scripted ones for rehearsing
 * without any. Owns the tables {@code ai_setup} and {@code ai_spend}. Leaves turns, words and meaning to the rooms above.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audio", "connections", "privacy"})
package org.sellmeapen.ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
