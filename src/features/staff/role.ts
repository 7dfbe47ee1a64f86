/** What a staff member is in the office; the database knows the same list. */
export const roles = [
  'administrator',
  'coordinator',
  'caseworker',
  'municipality',
  'reporting',
  'auditor',
] as const;

export type Role = (typeof roles)[number];

/**
 * What a page asks of its reader: `any` role; talks that are their `own` (who has more sees those of all); `personal`
 * data of everyone; may `plan`; changes `settings`; checks on others by the `audit`; reads `counts` without
 * names; looks after the households of its `municipality`.
 */
export type Access = 'any' | 'own' | 'personal' | 'plan' | 'settings' | 'audit' | 'counts' | 'municipality';

/** Who may what, and nothing else. */
const granted: Readonly<Record<Role, readonly Access[]>> = {
  administrator: ['any', 'own', 'personal', 'plan', 'settings', 'audit', 'counts'],
  coordinator: ['any', 'own', 'personal', 'plan', 'counts'],
  caseworker: ['any', 'own'],
  municipality: ['any', 'municipality'],
  reporting: ['any', 'counts'],
  auditor: ['any', 'audit'],
};

export function roleAllows(role: Role, access: Access): boolean {
  return granted[role].includes(access);
}
