import type { Role } from '@sellmeapen/api-client';

/** From those who run the place to those who only read. */
export const ROLES = ['owner', 'admin', 'manager', 'author', 'analyst', 'trainee', 'auditor'] as const satisfies Role[];
