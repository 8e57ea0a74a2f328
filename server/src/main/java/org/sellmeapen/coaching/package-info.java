/**
 * Helps people change how they speak: what a session showed, beside the norm and their own last ten sessions; three things
 * at most, each with its moments and one drill; drills heard at once and spaced by how they went; trends with their
 * noise. Owns analyses, figures, drills and takes, and the weights of the two scores. Leaves measuring to {@code speech},
 * the sound to {@code media}, and who may see whom to {@code training}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "media", "audio", "ai", "conversation", "speech", "training"})
package org.sellmeapen.coaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
