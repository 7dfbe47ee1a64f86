import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type NextFunction, type Request, type Response } from 'express';
import { DomainError, statusOf } from '../errors/domain-error.js';
import { flatBodiesOnly } from './flat-bodies.js';
import { type OwnHosts, ownHostsOnly } from './own-hosts.js';
import { securityHeaders } from './security-headers.js';
import { limitTimes } from './server-limits.js';

/** An application with nothing but the walls; answers with who asks, as it believes. */
function behindWalls(hosts: OwnHosts, proxies: readonly string[] = []): http.Server {
  const app = express();
  app.set('trust proxy', proxies);
  app.use(securityHeaders(hosts.publicUrl), ownHostsOnly(hosts), express.json(), flatBodiesOnly);
  app.use((request: Request, response: Response) => {
    const answer = (): unknown => response.json({ ip: request.ip });
    if (request.readableEnded) answer();
    else request.resume().on('end', answer);
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof DomainError) response.status(statusOf[error.kind]).end();
    else next(error);
  });
  return http.createServer(app);
}

const servers: http.Server[] = [];
async function listening(server: http.Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}
afterAll(() => {
  servers.forEach((server) => {
    server.closeAllConnections();
  });
  return Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
});

const oneHost: OwnHosts = {
  publicUrl: 'https://termine.example',
  officeUrl: undefined,
  extraHosts: ['old.example:8443'],
};
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

/** Sends these bytes and waits for the end of the connection: the status of each answer, and whether it was ended. */
function conversation(port: number, bytes: string): Promise<{ answers: number[]; isClosed: boolean }> {
  return new Promise((done) => {
    let heard = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const end = (isClosed: boolean): void => {
      socket.destroy();
      done({
        answers: [...heard.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((found) => Number(found[1])),
        isClosed,
      });
    };
    socket.on('data', (part) => (heard += part.toString('latin1')));
    socket.on('end', () => {
      end(true);
    });
    socket.on('error', () => {
      end(true);
    });
    socket.setTimeout(3000, () => {
      end(false);
    });
  });
}

const POST = 'POST / HTTP/1.1\r\nHost: termine.example\r\n';
const HIDDEN = '0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: termine.example\r\n\r\n';

describe('two programs that read one request', () => {
  it.each([
    ['length and chunks', `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${HIDDEN}`],
    ['chunks and length', `${POST}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${HIDDEN}`],
    ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: 5\r\n\r\nhello`],
    ['the same length twice', `${POST}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`],
    ['a list of lengths', `${POST}Content-Length: 5, 5\r\n\r\nhello`],
    ['a length with a sign', `${POST}Content-Length: +5\r\n\r\nhello`],
    ['a negative length', `${POST}Content-Length: -1\r\n\r\nhello`],
    ['a length in hex', `${POST}Content-Length: 0x5\r\n\r\nhello`],
    ['a folded header', `${POST}X-A: b\r\n c\r\n\r\n`],
    ['a folded encoding', `${POST}Transfer-Encoding:\r\n chunked\r\n\r\n${HIDDEN}`],
    ['an unknown encoding', `${POST}Transfer-Encoding: xchunked\r\n\r\n${HIDDEN}`],
    ['two encodings', `${POST}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${HIDDEN}`],
    ['chunks that are not last', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n${HIDDEN}`],
    ['a blank before the colon', `${POST}Content-Length : 5\r\n\r\nhello`],
    ['lines without CR', 'GET / HTTP/1.1\nHost: termine.example\n\n'],
    ['a CR within a line', `${POST}X-A: b\rTransfer-Encoding: chunked\r\n\r\n`],
    ['a NUL in a header', `${POST}X-A: b\0c\r\n\r\n`],
    ['a negative chunk', `${POST}Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n`],
    [
      'a line feed in the extension of a chunk',
      `${POST}Transfer-Encoding: chunked\r\n\r\n5;a\nb\r\nhello\r\n0\r\n\r\n`,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ])('read nothing of %s: refused, and the connection is closed', async (_, bytes) => {
    const { answers, isClosed } = await conversation(await listening(behindWalls(oneHost)), bytes);

    expect(answers).toEqual([400]);
    expect(isClosed).toBe(true);
  });

  it.each([
    [
      'two hosts',
      'GET / HTTP/1.1\r\nHost: termine.example\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    ],
    [
      'a host in the address',
      'GET http://evil.example/ HTTP/1.1\r\nHost: termine.example\r\nConnection: close\r\n\r\n',
    ],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: termine.example\r\nConnection: close\r\n\r\n'],
  ])('read nothing of %s', async (_, bytes) => {
    expect((await conversation(await listening(behindWalls(oneHost)), bytes)).answers).toEqual([400]);
  });
});

describe('a client that takes its time', () => {
  it.each([
    ['over the headers', 'GET / HTTP/1.1\r\nHost: termine.'],
    ['over the body', `${POST}Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a"`],
  ])('%s is let go', async (_, bytes) => {
    const server = behindWalls(oneHost);
    limitTimes(server, { headersMs: 60, requestMs: 80, lookEachMs: 20 });
    const { answers, isClosed } = await conversation(await listening(server), bytes);

    expect(answers).toEqual([408]);
    expect(isClosed).toBe(true);
  });
});
