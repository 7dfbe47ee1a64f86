import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** Comma-separated, without blanks around the entries. */
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);

/** The variables that say who may reach the product, and by which way. */
export const accessVariables = {
  OFFICE_URL: z.url().optional(),
  EXTRA_HOSTS: list
    .pipe(z.array(z.string().regex(/^[\w.-]+(:\d+)?$/, 'must be hosts such as a.example:8443')))
    .default([]),
  TRUSTED_PROXIES: list
    .pipe(z.array(z.string().refine(isNetwork, 'must be addresses or networks such as 10.0.0.0/8')))
    .default([]),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).optional(),
};

/** An identity provider that staff may sign in with (OpenID Connect). */
export interface ProviderSettings {
  /** Address under which it describes itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What staff call it. */
  readonly name: string;
}

/** Who may reach the product, and by which way. */
export interface AccessSettings {
  /** Address of the staff's pages when they have a host of their own, without a trailing slash. */
  readonly officeUrl: string | undefined;
  /** Further hosts that are ours, with the port where it is not the usual one. */
  readonly extraHosts: readonly string[];
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly provider: ProviderSettings | undefined;
}

/** Everything as it is when nothing is set: one host, no proxy. */
export const defaultAccess: AccessSettings = {
  officeUrl: undefined,
  extraHosts: [],
  trustedProxies: [],
  provider: undefined,
};

/** The parsed variables. */
type Variables = z.output<z.ZodObject<typeof accessVariables>>;

export function accessOf(values: Variables): AccessSettings {
  return {
    officeUrl: values.OFFICE_URL?.replace(/\/$/, ''),
    extraHosts: values.EXTRA_HOSTS,
    trustedProxies: values.TRUSTED_PROXIES,
    provider: providerOf(values),
  };
}

/** What is wrong with the variables together; undefined when they fit. */
export function accessFault(values: Variables, production: boolean): string | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  const given = [issuer, clientId, clientSecret].filter((value) => value !== undefined).length;
  if (given !== 0 && given !== 3) {
    return 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together. Set all three or none.';
  }
  if (production && issuer?.startsWith('https:') === false) {
    return 'OIDC_ISSUER is not https: others could sign in as anybody. Give its https address.';
  }
  return undefined;
}

function providerOf(values: Variables): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name: values.OIDC_NAME ?? new URL(issuer).host };
}

function isNetwork(text: string): boolean {
  return text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text);
}
