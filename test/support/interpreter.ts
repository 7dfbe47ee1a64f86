import { InterpreterLinks } from '../../src/features/links/index.js';
import type { TestApp } from './app.js';

/** A device of an interpreter: keeps the session's cookie and knows the token of its forms. */
export interface InterpreterDevice {
  get(path: string): Promise<{ readonly status: number; readonly html: string; readonly url: string }>;
  /** Sends a form of a page that was opened: the token of the session goes along. */
  post(
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<{ readonly status: number; readonly html: string; readonly location: string | null }>;
}

/** Signs an interpreter in by a link, as the button of its page does. */
export async function aSignedInInterpreter(test: TestApp, interpreterId: number): Promise<InterpreterDevice> {
  const links = test.app.get(InterpreterLinks, { strict: false });
  const link = await links.signInLink(interpreterId, '/interpreter/agenda');
  const answer = await fetch(link, { method: 'POST', redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const [row] = await test.database.query<{ token: string }>(
    `select csrf_token as token from interpreter_sessions where interpreter_id = $1
      order by created_at desc limit 1`,
    [interpreterId],
  );
  return {
    get: async (path) => {
      const page = await fetch(test.url + path, { headers: { cookie } });
      return { status: page.status, html: await page.text(), url: page.url };
    },
    post: async (path, fields = {}) => {
      const body = new URLSearchParams({ csrf: row?.token ?? '' });
      for (const [name, value] of Object.entries(fields)) {
        for (const each of [value].flat()) body.append(name, each);
      }
      const page = await fetch(test.url + path, {
        method: 'POST',
        headers: { cookie },
        body,
        redirect: 'manual',
      });
      return { status: page.status, html: await page.text(), location: page.headers.get('location') };
    },
  };
}
