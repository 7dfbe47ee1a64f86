import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { behindWalls, closeServers, listening, oneHost } from '../../../test/support/walls.js';
import type { OwnHosts } from './own-hosts.js';

afterAll(closeServers);

const twoHosts: OwnHosts = { ...oneHost, officeUrl: 'https://amt.example' };

/** Asks a server by its address for a host of our choice. */
function ask(
  port: number,
  path: string,
  headers: http.OutgoingHttpHeaders,
  body = '',
): Promise<http.IncomingMessage & { text: string }> {
  return new Promise((done, fail) => {
    const options = { port, path, headers, host: '127.0.0.1', method: body === '' ? 'GET' : 'POST' };
    const request = http.request(options, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => {
        done(Object.assign(answer, { text }));
      });
    });
    request.on('error', fail).end(body);
  });
}

describe('a request for a host', () => {
  let one: number;
  let two: number;
  let local: number;
  beforeAll(async () => {
    one = await listening(behindWalls(oneHost));
    two = await listening(behindWalls(twoHosts));
    local = await listening(behindWalls({ ...oneHost, publicUrl: 'http://localhost:3000' }));
  });
  const statusAt = async (port: number, path: string, host: string): Promise<number> =>
    (await ask(port, path, { host })).statusCode ?? 0;

  it.each(['termine.example', 'TERMINE.example', 'old.example:8443'])(
    'that is ours is answered: %s',
    async (host) => {
      expect(await statusAt(one, '/office', host)).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'termine.example.evil.example',
    'termine.example:81',
    'old.example',
    '127.0.0.1',
    'localhost',
    'a@termine.example',
    '',
  ])('that is not ours is refused: %s', async (host) => {
    expect(await statusAt(one, '/t/x', host)).toBe(421);
  });

  it('is not looked at where only watchers ask', async () => {
    expect(await statusAt(one, '/health/ready', '10.0.0.7:3000')).toBe(200);
    expect(await statusAt(one, '/metrics', '10.0.0.7:3000')).toBe(200);
    expect(await statusAt(one, '/metrics/x', '10.0.0.7:3000')).toBe(421);
  });

  it('may be any name of this machine only while this machine is our address', async () => {
    expect(await statusAt(local, '/office', '127.0.0.1:8080')).toBe(200);
    expect(await statusAt(local, '/office', 'localhost.evil.example:3000')).toBe(421);
  });

  it('finds staff and newcomers on hosts of their own', async () => {
    const statuses = (path: string): Promise<number[]> =>
      Promise.all(
        ['termine.example', 'amt.example', 'old.example:8443'].map((host) => statusAt(two, path, host)),
      );

    expect(await statuses('/office/login')).toEqual([421, 200, 421]);
    expect(await statuses('/api/v1/talks')).toEqual([421, 200, 421]);
    expect(await statuses('/t/x')).toEqual([200, 421, 200]);
    expect(await statuses('/code')).toEqual([200, 421, 200]);
    expect(await statuses('/assets/x.css')).toEqual([200, 200, 200]);
  });

  it('is told to use https for a year where that is our address', async () => {
    const header = 'strict-transport-security';
    const atPort = async (port: number, host: string): Promise<unknown> =>
      (await ask(port, '/', { host })).headers[header];

    expect(await atPort(one, 'termine.example')).toBe('max-age=31536000; includeSubDomains');
    expect(await atPort(local, 'localhost:3000')).toBeUndefined();
  });
});

describe('the address of a visitor', () => {
  const forged = {
    host: 'termine.example',
    'x-forwarded-for': '203.0.113.9, 198.51.100.7',
    'x-real-ip': '203.0.113.8',
    forwarded: 'for=203.0.113.7',
  };

  it('is that of the connection, whatever its headers say', async () => {
    const port = await listening(behindWalls(oneHost));

    expect((await ask(port, '/', forged)).text).toBe('{"ip":"127.0.0.1"}');
  });

  it('is what a trusted proxy saw, not what the visitor told the proxy', async () => {
    const port = await listening(behindWalls(oneHost, ['127.0.0.1']));

    expect((await ask(port, '/', forged)).text).toBe('{"ip":"198.51.100.7"}');
  });

  it('does not change the host: that is the one of the connection to us', async () => {
    const port = await listening(behindWalls(oneHost, ['127.0.0.1']));
    const headers = { host: 'evil.example', 'x-forwarded-host': 'termine.example' };

    expect((await ask(port, '/', headers)).statusCode).toBe(421);
  });
});

describe('a body', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it.each([
    ['twenty deep', nested(20), 200],
    ['deeper', nested(22), 400],
    ['thousands deep', nested(40_000), 400],
    ['deep in a field', `{"a":{"b":${nested(22)}}}`, 400],
    ['with an own __proto__', '{"a":{"__proto__":{"role":"administrator"}}}', 400],
    ['with the word as text', '{"a":"__proto__"}', 200],
  ])('%s', async (_, body, status) => {
    const port = await listening(behindWalls(oneHost));
    const headers = { host: 'termine.example', 'content-type': 'application/json' };

    expect((await ask(port, '/', headers, body)).statusCode).toBe(status);
  });
});
