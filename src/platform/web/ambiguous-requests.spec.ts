import net from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { behindWalls, closeServers, listening, oneHost } from '../../../test/support/walls.js';
import { limitTimes } from './server-limits.js';

afterAll(closeServers);

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
