import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Installation, newKey } from './installation.js';
import { placeNumber } from './world.js';

/** One answer to one request; status 0: the connection broke. */
export interface Answer {
  readonly status: number;
  readonly ms: number;
  /** When it came, on the clock of `performance.now()`. */
  readonly at: number;
  readonly body: string;
}

export interface Booked {
  readonly householdId: number;
  readonly talkId: string;
}

/** What a load of bookings met with. */
export interface LoadResult {
  /** Every single answer, repetitions included. */
  readonly answers: readonly Answer[];
  readonly booked: readonly Booked[];
  /** Bookings that came to no end within their time. */
  readonly lost: number;
}

interface LoadOptions {
  readonly count: number;
  /** Number of the first household and place. */
  readonly first?: number;
  readonly clients?: number;
  /** Requests a second of all clients together; left out: as fast as they are answered. */
  readonly perSecond?: number;
  /** Where the next request goes; left out: to the web processes in turn. */
  readonly urls?: readonly string[];
  /** How long a client tries again. */
  readonly patienceMs?: number;
  /** Told after each booking. */
  readonly onBooked?: (count: number) => void;
}

/**
 * Books so many talks as careful clients do: each with an `Idempotency-Key` of its own, and again with the same one
 * after a broken connection, a 503 or a 409 of a request that is still under way.
 */
export async function book(installation: Installation, options: LoadOptions): Promise<LoadResult> {
  const { count, first = 0, clients = 8, perSecond, patienceMs = 100_000 } = options;
  const urls = options.urls ?? installation.webs.map(({ url }) => url.replace('localhost', '127.0.0.1'));
  const answers: Answer[] = [];
  const booked: Booked[] = [];
  let next = 0;
  let turn = 0;
  let lost = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (next < count) {
      const number = next;
      next += 1;
      if (perSecond !== undefined)
        await sleep(Math.max(0, began + (number * 1000) / perSecond - performance.now()));
      const householdId = installation.world.householdIds[first + number] ?? 0;
      const body = { householdId, ...placeNumber(installation.world, first + number) };
      const talkId = await persistently(patienceMs, answers, (key) => {
        turn += 1;
        return post(`${urls[turn % urls.length] ?? ''}/api/v1/talks`, body, {
          token: installation.world.token,
          key,
        });
      });
      if (talkId === undefined) lost += 1;
      else {
        booked.push({ householdId, talkId });
        options.onBooked?.(booked.length);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { answers, booked, lost };
}

async function persistently(
  patienceMs: number,
  answers: Answer[],
  ask: (key: string) => Promise<Answer>,
): Promise<string | undefined> {
  const key = newKey();
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const answer = await ask(key);
    answers.push(answer);
    if (answer.status === 201) return (JSON.parse(answer.body) as { id: string }).id;
    if (answer.status !== 0 && answer.status < 500 && !answer.body.includes('idempotency-in-progress'))
      return undefined;
    await sleep(200);
  }
  return undefined;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** One POST with JSON over a connection that is kept; never rejects. */
export function post(
  url: string,
  body: unknown,
  {
    token,
    key,
    timeoutMs = 30_000,
  }: { readonly token: string; readonly key?: string; readonly timeoutMs?: number },
): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  return send(url, { method: 'POST', headers, agent, timeout: timeoutMs }, text);
}

/** One GET over a connection that is kept; never rejects. */
export function get(url: string, token?: string): Promise<Answer> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return send(url, { headers, agent, timeout: 30_000 });
}

function send(url: string, options: http.RequestOptions, text?: string): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, body: string): void => {
      const at = performance.now();
      resolve({ status, body, ms: at - began, at });
    };
    const request = http.request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        end(response.statusCode ?? 0, Buffer.concat(chunks).toString());
      });
      response.on('error', () => {
        end(0, 'broken in the middle');
      });
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error) => {
      end(0, error.message);
    });
    request.end(text);
  });
}

/** The value below which such a share of them lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** How many of which status: `40 × 201, 3 × 503`. */
export function statuses(answers: readonly Answer[]): string {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${count} × ${status === 0 ? 'broken' : status}`)
    .join(', ');
}
