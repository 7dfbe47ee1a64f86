import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Resolve } from './guarded-socket.js';
import { outgoingGet } from './outgoing-get.js';
import { OutgoingRefused } from './outgoing-refused.js';
import { type OutgoingRules, publicInternet } from './outgoing-rules.js';

/** 127.0.0.2 stands for the internet, 127.0.0.1 for our own network. */
const rules: OutgoingRules = {
  schemes: ['http:'],
  ports: null,
  longestMs: 5000,
  permits: (address) => address === '127.0.0.2',
};

let stop: (() => Promise<unknown>)[] = [];
let asked: string[] = [];

afterEach(async () => {
  await Promise.all(stop.map((close) => close()));
  stop = [];
  asked = [];
});

/** A server on one loopback address that notes who connects; returns its port. */
async function serve(address: string, answer: http.RequestListener): Promise<number> {
  const sockets = new Set<Socket>();
  const server = http.createServer(answer);
  server.on('connection', (socket) => {
    asked.push(address);
    sockets.add(socket);
  });
  await new Promise<void>((ready) => server.listen(0, address, ready));
  stop.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

const problemOf = (fetching: Promise<Buffer>): Promise<string> =>
  fetching.then(
    () => 'fetched',
    (error: unknown) => (error instanceof OutgoingRefused ? error.problem : 'broken'),
  );

const leadingTo =
  (...addresses: readonly { address: string; family: number }[]): Resolve =>
  () =>
    Promise.resolve(addresses);

describe('fetching an address that somebody else chose', () => {
  it('reads a small answer', async () => {
    const port = await serve('127.0.0.2', (_, response) => response.end('BEGIN:VCALENDAR'));

    expect((await outgoingGet(`http://127.0.0.2:${port}/a.ics`, rules)).toString()).toBe('BEGIN:VCALENDAR');
  });

  it('follows a redirect, but never to our own network', async () => {
    const inside = await serve('127.0.0.1', (_, response) => response.end('secret'));
    const port = await serve('127.0.0.2', (request, response) => {
      const target = request.url === '/in' ? `http://127.0.0.1:${inside}/` : '/fine';
      if (request.url === '/fine') response.end('fine');
      else response.writeHead(302, { location: target }).end();
    });

    expect((await outgoingGet(`http://127.0.0.2:${port}/out`, rules)).toString()).toBe('fine');
    asked = [];
    expect(await problemOf(outgoingGet(`http://127.0.0.2:${port}/in`, rules))).toBe('private');
    expect(asked).toEqual(['127.0.0.2']);
  });

  it('gives up a chain of redirects', async () => {
    const port = await serve('127.0.0.2', (_, response) =>
      response.writeHead(301, { location: '/again' }).end(),
    );

    expect(await problemOf(outgoingGet(`http://127.0.0.2:${port}/`, rules))).toBe('redirects');
    expect(asked).toHaveLength(4);
  });

  it('refuses a name that leads to our own network, even as one of several addresses, without connecting', async () => {
    const port = await serve('127.0.0.1', (_, response) => response.end('secret'));
    const url = `http://calendar.example:${port}/`;
    const inside = { address: '127.0.0.1', family: 4 };
    const outside = { address: '127.0.0.2', family: 4 };

    expect(await problemOf(outgoingGet(url, rules, leadingTo(inside)))).toBe('private');
    expect(await problemOf(outgoingGet(url, rules, leadingTo(outside, inside)))).toBe('private');
    expect(asked).toEqual([]);
  });

  it('connects to the address that was checked, although the name says another the next time', async () => {
    const port = await serve('127.0.0.2', (_, response) => response.end('fine'));
    let lookUps = 0;
    const rebinding: Resolve = () => {
      lookUps += 1;
      return Promise.resolve([{ address: lookUps === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]);
    };

    expect((await outgoingGet(`http://calendar.example:${port}/`, rules, rebinding)).toString()).toBe('fine');
    expect(lookUps).toBe(1);
  });

  it('stops reading 100 MB after 2 MB', async () => {
    let sent = 0;
    const port = await serve('127.0.0.2', (_, response) => {
      const part = Buffer.alloc(1_000_000, 'a');
      const more = (): void => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(part)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });

    expect(await problemOf(outgoingGet(`http://127.0.0.2:${port}/`, rules))).toBe('too-large');
    expect(sent).toBeLessThan(50);
  });

  it('gives up whoever answers one letter at a time', async () => {
    const timers: NodeJS.Timeout[] = [];
    const port = await serve('127.0.0.2', (_, response) => {
      timers.push(setInterval(() => response.write('B'), 100));
    });

    const impatient = { ...rules, longestMs: 500 };
    expect(await problemOf(outgoingGet(`http://127.0.0.2:${port}/`, impatient))).toBe('too-slow');
    timers.forEach(clearInterval);
  });

  it('takes no answer other than 200, and no half answer', async () => {
    const port = await serve('127.0.0.2', (request, response) => {
      if (request.url === '/404') response.writeHead(404).end('no');
      else {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      }
    });

    expect(await problemOf(outgoingGet(`http://127.0.0.2:${port}/404`, rules))).toBe('status');
    expect(await problemOf(outgoingGet(`http://127.0.0.2:${port}/half`, rules))).toBe('unreachable');
  });
});

describe('the public internet', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://172.16.5.4/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://192.0.0.1/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://198.51.100.1/',
    'https://203.0.113.1/',
    'https://224.0.0.1/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001::1]/',
    'https://１２７.0.0.1/',
    'https://127。0。0。1/',
  ])('has no %s', async (url) => {
    expect(await problemOf(outgoingGet(url, publicInternet))).toBe('private');
  });

  it.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'data:text/calendar,x',
    'https://user:password@example.org/',
    'https://example.org:22/',
    'https://example.org:8443/',
    'nonsense',
    '',
  ])('is not asked for %s', async (url) => {
    expect(['scheme', 'address']).toContain(await problemOf(outgoingGet(url, publicInternet)));
  });

  it.each(['localhost', 'metadata.internal', '127.0.0.1.nip.example'])(
    'is not where %s leads',
    async (host) => {
      const inside = leadingTo({ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 });
      expect(await problemOf(outgoingGet(`https://${host}/`, publicInternet, inside))).toBe('private');
    },
  );

  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('has %s', (address) => {
    expect(publicInternet.permits(address)).toBe(true);
  });
});
