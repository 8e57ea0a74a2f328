package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.OrganisationId;

/**
 * A company, school or club that rehearses here, with what it settled for itself.
 *
 * @param language BCP 47, what new people start with
 * @param managersSee every session of their teams, or only shared ones
 * @param keepSessionsDays after which sessions may be removed
 * @param recordVoice whether spoken rehearsals may be recorded
 * @param keepRecordingsDays after which recordings are removed
 * @param demo made by {@code seed}; removable in one command
 */
public record Organisation(
        OrganisationId id,
        String name,
        String language,
        ManagersSee managersSee,
        boolean ownersMayDeleteSessions,
        int keepSessionsDays,
        boolean recordVoice,
        int keepRecordingsDays,
        boolean demo,
        long version) {}
