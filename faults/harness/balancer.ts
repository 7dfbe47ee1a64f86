import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of several web processes, as an installation has one. */
export interface Balancer {
  readonly url: string;
  /** Who gets the next requests, in turn. */
  setTargets(urls: readonly string[]): void;
  readonly stop: () => Promise<void>;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 128 });

/**
 * Round robin over connections that are kept. As proxies do, a request goes to the next process when its connection
 * could not be made, or broke before any byte of the answer came on a connection that had been used before.
 */
export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  let targets = urls;
  let turn = 0;
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const attempt = (left: number): void => {
        turn += 1;
        const target = targets[turn % targets.length] ?? '';
        const onward = http.request(
          `${target}${request.url ?? ''}`,
          { method: request.method, headers: request.headers, agent },
          (answer) => {
            response.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(response);
          },
        );
        onward.on('error', (error: NodeJS.ErrnoException) => {
          const isUnused =
            error.code === 'ECONNREFUSED' || (error.code === 'ECONNRESET' && onward.reusedSocket);
          if (isUnused && left > 0) attempt(left - 1);
          else if (response.headersSent) response.destroy();
          else response.writeHead(502).end(error.message);
        });
        onward.end(body);
      };
      attempt(5);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setTargets: (next) => {
      targets = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
