package org.sellmeapen.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a change is written down, in the very transaction that makes it. Declared here so that every floor can call it;
 * the {@code audit} module implements it.
 */
public interface AuditTrail {

    /**
     * @param organisation null for what belongs to no organisation, such as a sign-in attempt
     * @param actor null for the machine itself
     * @param action past tense, {@code noun.verb}, such as {@code team.created}
     * @param subject {@code kind:id} of what was changed
     * @param detail ids, codes and numbers; no personal text
     */
    void record(
            @Nullable OrganisationId organisation,
            @Nullable PersonId actor,
            String action,
            String subject,
            Map<String, String> detail);
}
