/**
 * Organisations, people, memberships, teams, roles and permissions, and the organisation scope that every transaction
 * runs in. Owns the tables {@code person}, {@code organisation}, {@code membership}, {@code team} and
 * {@code team_member}. Leaves proving who somebody is, invitations and links to {@code signin}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.sellmeapen.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
