/**
 * What is rehearsed: scenarios as readable, versioned YAML, checked against {@code content/scenarios/schema.json} and
 * addressed as {@code namespace/name@version}. A file with a mistake is refused with file, line and remedy; the rest is
 * served. Leaves who answers to {@code roleplay} and what it was worth to {@code scoring}.
 *
 * <p>Front door: {@link org.sellmeapen.scenarios.Scenarios}. A session keeps {@code scenario.digest()} and
 * {@code scenario.snapshot()}; {@code Scenarios.fromSnapshot} makes the very same scenario from it again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "conversation"})
package org.sellmeapen.scenarios;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
