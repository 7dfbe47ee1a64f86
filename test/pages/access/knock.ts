import { ApiTokens } from '../../../src/features/api-tokens/index.js';
import { InterpreterSessions } from '../../../src/features/interpreters/index.js';
import { roles, StaffSessions } from '../../../src/features/staff/index.js';
import type { TestApp } from '../../support/app.js';
import { bodyOf } from './bodies.js';
import type { ExpectedRoute, Visitor } from './route-table.js';
import type { Objects, TwoOffices } from './two-offices.js';

/** What stands for an object that nobody has. */
const NOBODYS = { number: '999999', uuid: '01890000-0000-7000-8000-000000000000' };

/** Parts of an address that name nothing of an office, or a secret that nobody was given. */
const fixed: Readonly<Record<string, string>> = {
  language: 'ti',
  file: 'x.ics',
  section: 'rooms',
  token: 'A'.repeat(43),
};

/** Whoever knocks at a door: headers with their identity, and the token of their forms. */
export interface Knocker {
  readonly visitor: Visitor;
  readonly headers: (route: string) => Readonly<Record<string, string>>;
  readonly csrf: string;
}

/** Somebody of one of the two offices with a session and a token of the API. */
export async function staffKnocker(
  test: TestApp,
  { userIds, officeIds }: TwoOffices,
  visitor: Visitor,
  office: 'own' | 'other' = 'own',
): Promise<Knocker> {
  const role = roles.find((each) => each === visitor) ?? 'auditor';
  const userId = userIds.get(`${office}:${role}`) ?? 0;
  const session = await test.app.get(StaffSessions, { strict: false }).start(userId);
  const found = await test.app.get(StaffSessions, { strict: false }).find(session);
  const tokens = test.app.get(ApiTokens, { strict: false });
  const { token } = await tokens.create({ officeId: officeIds[office], role, name: 'test' });
  return {
    visitor,
    csrf: found?.csrfToken ?? '',
    headers: (route): Record<string, string> =>
      route.includes(' /api/') ? { authorization: `Bearer ${token}` } : { cookie: `staff=${session}` },
  };
}

export async function interpreterKnocker(test: TestApp, interpreterId: number): Promise<Knocker> {
  const session = await test.app.get(InterpreterSessions, { strict: false }).start(interpreterId);
  const found = await test.app.get(InterpreterSessions, { strict: false }).find(session);
  return {
    visitor: 'interpreter',
    csrf: found?.csrfToken ?? '',
    headers: () => ({ cookie: `interpreter=${session}` }),
  };
}

/** Newcomers and nobody have neither session nor token; a newcomer has the secret of an address. */
export function stranger(visitor: 'newcomer' | 'nobody'): Knocker {
  return { visitor, csrf: '', headers: () => ({}) };
}

/** Sends the request of a route; ids not given are nobody's. */
export async function knock(test: TestApp, knocker: Knocker, route: string, ids: Objects): Promise<Response> {
  const [method = '', path = ''] = route.replace(/^ALL/, 'GET').split(' ');
  const filled = path
    .replace(/:(\w+)/g, (_, name: string) => ids[name] ?? fixed[name] ?? nobodys(route))
    .replace('*path', 'x');
  const json = path.startsWith('/api/');
  const fields = bodyOf(route, ids);
  const body = json
    ? JSON.stringify(fields)
    : new URLSearchParams({ csrf: knocker.csrf, ...(fields as object) });
  return fetch(test.url + filled, {
    method,
    redirect: 'manual',
    headers: {
      ...knocker.headers(route),
      ...(json && method === 'POST' && { 'content-type': 'application/json' }),
    },
    ...(method === 'POST' && { body }),
  });
}

function nobodys(route: string): string {
  return /plans|talks|import|offers|requests|delivery|trials|worked/.test(route)
    ? NOBODYS.uuid
    : NOBODYS.number;
}

/**
 * What an answer means. A 404 for an object is inside: nobody has that object; so it is for the objects in the body of
 * a form.
 */
export function meaningOf(answer: Response, { route, object }: ExpectedRoute): string {
  const { status } = answer;
  const isNamed = object !== undefined || /^POST .(office|api)/.test(route);
  if (/^.(office.login|interpreter)[?]next=/.test(answer.headers.get('location') ?? '')) return '>';
  if (status === 429 || status >= 500) return `status ${status}`;
  const marks: Readonly<Record<number, string>> = { 401: '!', 403: 'x', 404: isNamed ? '+' : '?' };
  return marks[status] ?? '+';
}
