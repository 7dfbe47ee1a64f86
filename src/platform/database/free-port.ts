import net from 'node:net';

/** The wished port when it is free on the host, else any free one. */
export async function freePort(wished: number, host = '127.0.0.1'): Promise<number> {
  return (await tryPort(wished, host)) ?? (await tryPort(0, host)) ?? wished;
}

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : undefined);
      });
    });
  });
}
