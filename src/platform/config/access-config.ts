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
};

/** Who may reach the product, and by which way. */
export interface AccessSettings {
  /** Address of the staff's pages when they have a host of their own, without a trailing slash. */
  readonly officeUrl: string | undefined;
  /** Further hosts that are ours, with the port where it is not the usual one. */
  readonly extraHosts: readonly string[];
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** Everything as it is when nothing is set: one host, no proxy. */
export const defaultAccess: AccessSettings = { officeUrl: undefined, extraHosts: [], trustedProxies: [] };

export function accessOf(values: {
  readonly OFFICE_URL?: string | undefined;
  readonly EXTRA_HOSTS: readonly string[];
  readonly TRUSTED_PROXIES: readonly string[];
}): AccessSettings {
  return {
    officeUrl: values.OFFICE_URL?.replace(/\/$/, ''),
    extraHosts: values.EXTRA_HOSTS,
    trustedProxies: values.TRUSTED_PROXIES,
  };
}

function isNetwork(text: string): boolean {
  return text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text);
}
