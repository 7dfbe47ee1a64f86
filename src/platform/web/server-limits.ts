import type { Server } from 'node:http';

/** How long a client may take, in milliseconds. */
export interface ServerTimes {
  /** From the first byte to the end of the headers. */
  readonly headersMs: number;
  /** From the first byte to the end of the body; a file of 12 MB on a slow line needs one minute. */
  readonly requestMs: number;
  /** How often the clients are looked at. */
  readonly lookEachMs: number;
}

export const usualTimes: ServerTimes = { headersMs: 10_000, requestMs: 90_000, lookEachMs: 2_000 };

/** Whoever sends too slowly gets a 408 and loses the connection. Before `listen` only. */
export function limitTimes(server: Server, { headersMs, requestMs, lookEachMs }: ServerTimes): void {
  server.headersTimeout = headersMs;
  server.requestTimeout = requestMs;
  // Node reads it when the server begins to listen; it has no setter of its own
  Object.assign(server, { connectionsCheckingInterval: lookEachMs });
}
