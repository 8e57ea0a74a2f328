import type { Person, Role } from '@sellmeapen/api-client';

const TEAM = [
  { id: 't-north', name: 'North' },
  { id: 't-south', name: 'South and Islands' },
];

const person = (id: string, name: string, role: Role, teams: [at: number, lead: boolean][], active = true): Person => ({
  id,
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@harbour-and-quill.example`,
  role,
  active,
  teams: teams.map(([at, lead]) => ({ ...TEAM[at]!, lead })),
  ...(active ? { last_seen_at: new Date(Date.now() - id.length * 7_200_000).toISOString() } : {}),
});

export const teams = () => TEAM.map((team) => ({ ...team }));

export const people = (): Person[] => [
  person('p-owner', 'Ottoline Brandt', 'owner', []),
  person('p-admin', 'Casper Nyholm', 'admin', []),
  person('p-manager', 'Imelda Achterberg', 'manager', [[0, true]]),
  person('p-rep', 'Jonah Feldspar', 'trainee', [[0, false]]),
  person('p-rep2', 'Priya Wetherall', 'trainee', [[0, false]]),
  person('p-rep3', 'Lorcan Maddigan', 'trainee', [[0, false]]),
  person('p-rep4', 'Beatrix Solheim-Vandermeer', 'trainee', [
    [0, false],
    [1, false],
  ]),
  person('p-rep5', 'Anselm Quist', 'trainee', [[1, false]]),
  person('p-author', 'Noor Halvorsen', 'author', []),
  person('p-auditor', 'Gideon Marsh', 'auditor', []),
  person('p-gone', 'Wilma Torvald', 'trainee', [[1, false]], false),
];
