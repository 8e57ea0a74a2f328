/**
 * Rubric and conversation in, scorecard out: observations with verbatim quotes first, the score computed by code. Knows
 * no activity; whoever needs a judgement orders a scorecard for a conversation and hears {@code ScorecardIssued}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "connections", "ai", "conversation", "knowledge"})
package org.sellmeapen.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
