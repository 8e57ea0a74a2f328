/** A search parameter of an address as text, or nothing. Router parses numbers and booleans; a query of "42" is text here. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export interface LibrarySearch {
  q?: string | undefined;
  category?: string | undefined;
  level?: string | undefined;
  industry?: string | undefined;
  language?: string | undefined;
  seat?: string | undefined;
}

export interface HistorySearch {
  person_id?: string | undefined;
  q?: string | undefined;
  level?: string | undefined;
  scenario_id?: string | undefined;
}

export interface ProgressSearch {
  person_id?: string | undefined;
  /** Not `language`, which is what the pages themselves are worded in. */
  spoken?: string | undefined;
}

export interface PeopleSearch {
  q?: string | undefined;
  role?: string | undefined;
  team_id?: string | undefined;
  active?: string | undefined;
}

export interface AuditSearch {
  action?: string | undefined;
  actor_id?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface EgressSearch {
  purpose?: string | undefined;
  host?: string | undefined;
  day?: string | undefined;
}

export interface RoomSearch {
  /** How the person wants to talk; what this device remembers where absent. */
  way?: 'voice' | 'text' | undefined;
}

export function wayOf(value: unknown): RoomSearch['way'] {
  return value === 'voice' || value === 'text' ? value : undefined;
}
