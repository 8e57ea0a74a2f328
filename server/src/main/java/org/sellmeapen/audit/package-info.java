/**
 * What was changed, by whom, when: written in the transaction that changes it, sealed soon after into a hash chain per
 * organisation under a key outside the database, and verifiable. Owns the tables {@code audit_entry},
 * {@code audit_seal}, {@code audit_chain} and {@code audit_pending}. Leaves what is worth auditing to whoever changes
 * it, through {@code kernel.AuditTrail}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.sellmeapen.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
