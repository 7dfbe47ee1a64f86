import ipaddr from 'ipaddr.js';

/** What may be asked for somebody else. */
export interface OutgoingRules {
  /** `https:` */
  readonly schemes: readonly string[];
  /** Ports as an URL writes them, the usual one as ''; null: any. */
  readonly ports: readonly string[] | null;
  /** How long an answer may take, redirects included. */
  readonly longestMs: number;
  /** Whether a connection to this IP address is allowed. */
  permits(address: string): boolean;
}

const LONGEST_MS = 10_000;

/** The public internet by https: no private, local, shared or translated range (IANA special-purpose registries). */
export const publicInternet: OutgoingRules = {
  schemes: ['https:'],
  ports: [''],
  longestMs: LONGEST_MS,
  permits: (address) => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast',
};

/** Somebody whom the configuration of this installation names: wherever they stand, our own network included. */
export const partner: OutgoingRules = {
  schemes: ['http:', 'https:'],
  ports: null,
  longestMs: LONGEST_MS,
  permits: (address) => ipaddr.isValid(address),
};

/** This machine by http: for tests and trials only. */
export const thisMachine: OutgoingRules = {
  schemes: ['http:', 'https:'],
  ports: null,
  longestMs: LONGEST_MS,
  permits: (address) => ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback',
};
