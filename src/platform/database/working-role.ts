import type { DataSource } from 'typeorm';

/** The role that statements of the product run as: it owns nothing and no policy passes it by. */
export const WORKING_ROLE = 'welcome_talks_app';

interface Login {
  readonly name: string;
  readonly passesPolicies: boolean;
  readonly canWork: boolean;
}

const LOGIN = `
select rolname as name, rolsuper or rolbypassrls as "passesPolicies",
       exists (select from pg_roles w where w.rolname = $1 and pg_has_role(current_user, w.oid, 'SET')) as "canWork"
  from pg_roles where rolname = current_user`;

/**
 * The role that each transaction takes on; undefined when the login itself is bound by the policies. Refuses a login
 * that no policy binds and that cannot take the role on.
 */
export async function workingRole(source: DataSource): Promise<string | undefined> {
  const [login] = await source.query<Login[]>(LOGIN, [WORKING_ROLE]);
  if (login?.canWork === true) return WORKING_ROLE;
  if (login?.passesPolicies !== true) return undefined;
  throw new Error(
    `The database login ${login.name} sees every office whatever the policies say, and cannot take on the role ` +
      `${WORKING_ROLE}. Run "welcome-talks migrate" once with a login that may create roles, or use another login.`,
  );
}
