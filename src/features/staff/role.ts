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

/** What a page asks of its reader: `any` role, one that sees `personal` data, may `plan`, or changes `settings`. */
export type Access = 'any' | 'personal' | 'plan' | 'settings';

/** Municipalities get personal pages once a user can be bound to one municipality; until then they see none. */
const granted: Readonly<Record<Role, readonly Access[]>> = {
  administrator: ['any', 'personal', 'plan', 'settings'],
  coordinator: ['any', 'personal', 'plan'],
  caseworker: ['any', 'personal', 'plan'],
  municipality: ['any'],
  reporting: ['any'],
  auditor: ['any'],
};

export function roleAllows(role: Role, access: Access): boolean {
  return granted[role].includes(access);
}
