package org.sellmeapen.roleplay;

import org.sellmeapen.conversation.Act;

/**
 * A selling technique that a person in the buyer's chair learns to spot.
 *
 * @param act what a turn with it does
 */
public record Technique(String id, Act act, String name, String what) {}
