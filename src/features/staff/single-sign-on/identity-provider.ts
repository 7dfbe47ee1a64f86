import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Clock } from '../../../platform/clock/clock.js';
import type { ProviderSettings } from '../../../platform/config/access-config.js';
import { Settings } from '../../../platform/config/settings.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { guardedFetch } from '../../../platform/net/guarded-fetch.js';
import { OutgoingRefused } from '../../../platform/net/outgoing-refused.js';
import { type OutgoingRules, partner, publicInternet } from '../../../platform/net/outgoing-rules.js';

const DISCOVERED_FOR_MS = 3_600_000;
/** Clocks of two machines may differ. */
const TOLERANCE_SECONDS = 60;
const SCOPE = 'openid';

/** Where the provider sends people back to. */
const CALLBACK = '/office/login/provider/callback';

/** Who somebody is, as one provider says; an e-mail address plays no part in it. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** What this browser must bring back from the provider, and what the answer must fit. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * The identity provider of the office (OpenID Connect, authorization code with PKCE, state and nonce), found by
 * discovery. It is asked through the guard for outgoing requests, and its tokens are checked with its own keys.
 */
@Injectable()
export class IdentityProvider {
  private found: { readonly until: number; readonly configuration: Promise<oidc.Configuration> } | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** What the button is called; undefined when no provider is configured. */
  get name(): string | undefined {
    return this.settings.access.provider?.name;
  }

  /** Where to send the browser, and what to remember meanwhile. @throws DomainError `provider-away` */
  async begin(): Promise<{ readonly address: string; readonly journey: Journey }> {
    const configuration = await this.configuration();
    const journey = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback(),
      scope: SCOPE,
      code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
      state: journey.state,
      nonce: journey.nonce,
    });
    return { address: address.href, journey };
  }

  /**
   * Who came back; undefined for any answer that does not hold: another state, nonce, issuer, audience, time or key.
   * @param query of the address that the provider sent the browser to, with `?`
   */
  async identify(query: string, journey: Journey): Promise<Identity | undefined> {
    const configuration = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(this.callback() + query), {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims && this.isForUs(claims) ? { issuer: claims.iss, subject: claims.sub } : undefined;
    } catch (error) {
      if (error instanceof OutgoingRefused) throw new DomainError('provider-away', 'unavailable');
      // whatever is wrong with the answer of a provider: nobody came in
      return undefined;
    }
  }

  /** What the library leaves open: a party that the token was made for, and a token of the future. */
  private isForUs({ azp, iat }: oidc.IDToken): boolean {
    // providers stamp the real time, whatever the injected clock says
    const present = this.clock.now().getTime() - this.clock.offsetMs();
    const latest = Math.floor(present / 1000) + TOLERANCE_SECONDS;
    return (azp === undefined || azp === this.provider().clientId) && iat <= latest;
  }

  private async configuration(): Promise<oidc.Configuration> {
    const now = this.clock.now().getTime();
    if (!this.found || this.found.until < now) {
      this.found = { until: now + DISCOVERED_FOR_MS, configuration: this.discover() };
    }
    try {
      return await this.found.configuration;
    } catch {
      this.found = undefined;
      throw new DomainError('provider-away', 'unavailable');
    }
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider();
    const isPlain = issuer.startsWith('http:');
    return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      [oidc.customFetch]: guardedFetch((url) => rulesFor(url, issuer)),
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [allowPlainHttp] : [])],
    });
  }

  private provider(): ProviderSettings {
    const { provider } = this.settings.access;
    if (!provider) throw new DomainError('not-found', 'not-found');
    return provider;
  }

  private callback(): string {
    return (this.settings.access.officeUrl ?? this.settings.publicUrl) + CALLBACK;
  }
}

/** The library marks it so that nobody uses it by mistake; an issuer without https is refused in production. */
// eslint-disable-next-line @typescript-eslint/no-deprecated
const allowPlainHttp = oidc.allowInsecureRequests;

/** The configured issuer may stand in our own network; whatever else it names may not. */
function rulesFor(url: URL, issuer: string): OutgoingRules {
  return url.origin === new URL(issuer).origin ? partner : publicInternet;
}
