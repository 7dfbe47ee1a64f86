import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { DomainError, statusOf } from '../../src/platform/errors/domain-error.js';
import { flatBodiesOnly } from '../../src/platform/web/flat-bodies.js';
import { type OwnHosts, ownHostsOnly } from '../../src/platform/web/own-hosts.js';
import { securityHeaders } from '../../src/platform/web/security-headers.js';

/** An application with nothing but the walls; answers with who asks, as it believes. */
export function behindWalls(hosts: OwnHosts, proxies: readonly string[] = []): http.Server {
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

/** The port at which a server listens until the specs of a file are over. */
export async function listening(server: http.Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}

/** For `afterAll`. */
export function closeServers(): Promise<unknown> {
  servers.forEach((server) => {
    server.closeAllConnections();
  });
  return Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
}

export const oneHost: OwnHosts = {
  publicUrl: 'https://termine.example',
  officeUrl: undefined,
  extraHosts: ['old.example:8443'],
};
