import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { seal, unseal } from '../../../platform/secrets/sealed.js';
import { type SignedIn, SignInSteps } from '../sign-in-steps.js';
import type { SignedInStaff } from '../signed-in-staff.js';
import { IdentityProvider } from './identity-provider.js';
import { StaffIdentities } from './staff-identities.js';
import { allOffices } from '../../../platform/database/office-scope.js';

const PURPOSE = 'journey to the provider';
const MINUTES = 10;

/** What the browser carries to the provider and back, sealed. */
const Carried = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  /** Who binds their account; null for signing in. */
  bindsUserId: z.int().nullable(),
  until: z.number(),
});
type Carried = z.infer<typeof Carried>;

/** Somebody comes back from the provider. */
export interface Return {
  /** What the browser carried. */
  readonly carried: string;
  /** Of the address, with `?`. */
  readonly query: string;
  readonly browser: string;
  /** Who is signed in in this browser. */
  readonly staff: SignedInStaff | undefined;
}

export type ReturnOutcome =
  | (SignedIn & { readonly next: string })
  | { readonly kind: 'bound' }
  /** Nothing that holds came back, or too late. */
  | { readonly kind: 'refused' }
  /** The provider knows the person, but no account is bound to them. */
  | { readonly kind: 'unbound' };

/** Signing in by the office's identity provider, and binding an account to an identity of it. */
@Injectable()
export class SignInByProvider {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly identities: StaffIdentities,
    private readonly steps: SignInSteps,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** What the button is called; undefined when there is no provider. */
  get providerName(): string | undefined {
    return this.provider.name;
  }

  /** The provider, and whether this account is bound to an identity of it; null when there is no provider. */
  async stateOf(userId: number): Promise<{ readonly name: string; readonly isBound: boolean } | null> {
    const { name } = this.provider;
    return name === undefined ? null : { name, isBound: await this.identities.isBound(userId) };
  }

  /** @param bindsUserId whose account is to be bound; null to sign in */
  async begin(
    next: string,
    bindsUserId: number | null,
  ): Promise<{ readonly address: string; readonly carried: string }> {
    const { address, journey } = await this.provider.begin();
    const until = this.clock.now().getTime() + MINUTES * 60_000;
    const carried: Carried = { ...journey, next, bindsUserId, until };
    const sealed = seal(this.settings.secretKey, PURPOSE, JSON.stringify(carried));
    return { address, carried: sealed.toString('base64url') };
  }

  finish(back: Return): Promise<ReturnOutcome> {
    return allOffices(() => this.admit(back));
  }

  private async admit({ carried: sealed, query, browser, staff }: Return): Promise<ReturnOutcome> {
    const carried = this.read(sealed);
    if (!carried) return { kind: 'refused' };
    const identity = await this.provider.identify(query, carried);
    if (!identity) return { kind: 'refused' };
    if (carried.bindsUserId !== null) {
      if (staff?.id !== carried.bindsUserId) return { kind: 'refused' };
      await this.identities.bind(staff, identity);
      return { kind: 'bound' };
    }
    const account = await this.identities.accountOf(identity);
    if (!account) return { kind: 'unbound' };
    return { ...(await this.steps.openByProvider(account, browser)), next: carried.next };
  }

  private read(sealed: string): Carried | undefined {
    try {
      const carried = Carried.parse(
        JSON.parse(unseal(this.settings.secretKey, PURPOSE, Buffer.from(sealed, 'base64url'))),
      );
      return carried.until > this.clock.now().getTime() ? carried : undefined;
    } catch {
      // whatever cannot be opened was not made here
      return undefined;
    }
  }
}
