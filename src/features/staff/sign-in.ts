import { Injectable } from '@nestjs/common';
import { passwordMatches } from './passwords.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SignInLimits } from './sign-in-limits.js';
import { type CodeNeeded, type SignedIn, SignInSteps } from './sign-in-steps.js';
import { StaffUsers } from './staff-users.js';
import { allOffices } from '../../platform/database/office-scope.js';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
  /** What an earlier sign-in gave this browser to keep. */
  readonly deviceMark: string | undefined;
  /** Name of the browser. */
  readonly browser: string;
}

export type SignInOutcome =
  SignedIn | CodeNeeded | { readonly kind: 'refused' } | { readonly kind: 'too-many' };

/** Signs a staff member in; an unknown account and a wrong password cannot be told apart by answer or time. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: StaffUsers,
    private readonly limits: SignInLimits,
    private readonly factors: SecondFactors,
    private readonly steps: SignInSteps,
  ) {}

  run(request: SignInRequest): Promise<SignInOutcome> {
    return allOffices(() => this.admit(request));
  }

  private async admit(request: SignInRequest): Promise<SignInOutcome> {
    const { email, ip } = request;
    const attempt = { email, ip, knownDevice: this.steps.isKnownDevice(email, request.deviceMark) };
    const admission = await this.limits.admit(attempt);
    if (admission === 'refused') return { kind: 'too-many' };
    const account = await this.users.activeByEmail(email);
    const hasFactor = account ? await this.factors.hasAny(account.id) : false;
    // guessing from many addresses must not keep out whoever has a second factor: the password alone opens nothing
    if (admission === 'only-with-code' && !hasFactor) return { kind: 'too-many' };
    const matches = await passwordMatches(account?.passwordHash, request.password);
    if (!account || !matches) return { kind: 'refused' };
    await this.limits.forgive(attempt);
    const entrant = { id: account.id, email };
    return hasFactor ? this.steps.askForCode(entrant) : this.steps.open(entrant, request.browser);
  }
}
