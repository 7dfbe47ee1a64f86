import { ApiTokens } from '../../src/features/api-tokens/index.js';
import type { Role } from '../../src/features/staff/index.js';
import type { TestApp } from './app.js';

/** Parsed JSON: tests read what they expect of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** What the API answered; `body` is the parsed JSON, or the text of a table. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** Another system: holds a token and speaks JSON. */
export interface ApiClient {
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<ApiAnswer>;
}

/** A client with a new token of this role. */
export async function anApiClient(
  test: TestApp,
  officeId: number,
  role: Role = 'coordinator',
): Promise<ApiClient> {
  const tokens = test.app.get(ApiTokens, { strict: false });
  const { token } = await tokens.create({ officeId, role, name: 'test' });
  return apiClient(test.url, token);
}

/** A client with a given token, or with none. */
export function apiClient(url: string, token?: string): ApiClient {
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    get: (path) => ask(`${url}/api/v1/${path}`, { headers: authorization }),
    post: (path, body, headers = {}) =>
      ask(`${url}/api/v1/${path}`, {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

async function ask(url: string, init: RequestInit): Promise<ApiAnswer> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  const isTable = answer.headers.get('content-type')?.startsWith('text/csv') === true;
  const body: Json = isTable ? text : JSON.parse(text === '' ? 'null' : text);
  return { status: answer.status, headers: answer.headers, body };
}
