/**
 * Recordings: both sides of a conversation on two channels with one clock, flushed while it runs, encrypted under a key
 * of the organisation, kept in a folder or in S3-compatible storage, played back in ranges, expired and erased. Owns the
 * tables {@code media_recording}, {@code media_key} and {@code media_work}, the folder {@code media} and the key file
 * {@code keys/media}. Leaves who may listen, consent and notice to whoever has it recorded.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.sellmeapen.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
