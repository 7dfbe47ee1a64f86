import { StaffUsers, type NewStaffUser } from '../../src/features/staff/index.js';
import type { TestApp } from './app.js';
import type { SmallWorld } from './world.js';

/** A browser of a staff member: keeps cookies, knows its form token, follows nothing by itself. */
export class StaffBrowser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  async get(path: string): Promise<Response> {
    return this.fetch(path, {});
  }

  /** The page as text; follows one redirect. */
  async page(path: string): Promise<string> {
    const answer = await this.get(path);
    const location = answer.headers.get('location');
    return location === null ? answer.text() : (await this.get(location)).text();
  }

  /** Sends a form with the token of the session. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.postRaw(path, { csrf: await this.token(), ...fields });
  }

  /** Sends a form with a file named `file`, with the token of the session. */
  async upload(path: string, file: File | undefined): Promise<Response> {
    const form = new FormData();
    form.set('csrf', await this.token());
    if (file) form.set('file', file);
    return this.fetch(path, { method: 'POST', body: form });
  }

  /** Sends exactly these fields. */
  async postRaw(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async signIn(email: string, password: string): Promise<Response> {
    return this.postRaw('/office/login', { email, password });
  }

  private async token(): Promise<string> {
    const page = await this.page('/office');
    return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.url), {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'de' },
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export const PASSWORD = 'correct horse battery staple';

/** An office with a name, without anything else in it. */
export async function anOffice(test: TestApp, slug = 'musterland'): Promise<number> {
  const [office] = await test.database.query<{ id: number }>(
    `insert into offices (slug, canton) values ($1, 'BL') returning id`,
    [slug],
  );
  const id = Number(office?.id);
  await test.database.query(
    `insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email)
     values ($1, '2020-01-01', 'Amt für Migration Musterland', '{Musterweg 1,4000 Musterstadt}',
       '+41 61 000 00 00', 'Mo–Fr 8–12', 'info@example.ch')`,
    [id],
  );
  return id;
}

/** A staff member who can sign in with {@link PASSWORD}. */
export async function aStaffUser(
  test: TestApp,
  officeId: number,
  overrides: Partial<NewStaffUser> = {},
): Promise<{ id: number; email: string }> {
  const email = overrides.email ?? 'c.test@example.ch';
  const id = await test.app.get(StaffUsers, { strict: false }).create({
    officeId,
    email,
    name: 'Claudia Test',
    role: 'coordinator',
    password: PASSWORD,
    ...overrides,
  });
  return { id, email };
}

/** A browser that is signed in. */
export async function signedIn(test: TestApp, email = 'c.test@example.ch'): Promise<StaffBrowser> {
  const browser = new StaffBrowser(test.url);
  await browser.signIn(email, PASSWORD);
  return browser;
}

/** Gives the contact of a household a name. */
export async function nameContact(
  test: TestApp,
  householdId: number,
  name: { readonly first: string; readonly last: string },
): Promise<void> {
  await test.database.query(
    'update persons set first_name = $2, last_name = $3 where household_id = $1 and is_contact',
    [householdId, name.first, name.last],
  );
}

/**
 * A talk written by SQL: 45 minutes in the first room with the first caseworker, invited, unless `row` says otherwise.
 * It takes no allocations, so that impossible plans can be shown too.
 */
export async function aWrittenTalk(
  test: TestApp,
  world: SmallWorld,
  row: Readonly<Record<string, unknown>> & { readonly household_id: number },
): Promise<string> {
  const full = {
    office_id: world.officeId,
    starts_at: '2027-01-12T09:00:00Z',
    minutes: 45,
    buffer_minutes: 15,
    mode: 'onsite',
    site_id: world.siteId,
    room_id: world.roomIds[0],
    caseworker_id: world.caseworkerIds[0],
    language: 'de',
    provision: row['interpreter_id'] === undefined ? 'caseworker' : 'interpreter',
    state: 'invited',
    created_by: 'system',
    ...row,
  };
  const columns = Object.keys(full);
  const [talk] = await test.database.query<{ id: string }>(
    `insert into talks (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(full),
  );
  return talk?.id ?? '';
}
