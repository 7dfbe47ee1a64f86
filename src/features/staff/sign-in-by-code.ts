import { Injectable } from '@nestjs/common';
import { SecondFactors } from './second-factor/second-factors.js';
import { SignInLimits } from './sign-in-limits.js';
import { type SignedIn, SignInSteps } from './sign-in-steps.js';
import { StaffUsers } from './staff-users.js';
import { allOffices } from '../../platform/database/office-scope.js';

export interface CodeRequest {
  /** What the right password gave the browser. */
  readonly pending: string;
  /** Six digits of the app, or a recovery code. */
  readonly code: string;
  readonly ip: string;
  readonly browser: string;
}

export type CodeOutcome =
  | SignedIn
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many' }
  /** The password has to be given again. */
  | { readonly kind: 'too-late' };

/** The second step of signing in. */
@Injectable()
export class SignInByCode {
  constructor(
    private readonly users: StaffUsers,
    private readonly limits: SignInLimits,
    private readonly factors: SecondFactors,
    private readonly steps: SignInSteps,
  ) {}

  run(request: CodeRequest): Promise<CodeOutcome> {
    return allOffices(() => this.admit(request));
  }

  private async admit({ pending, code, ip, browser }: CodeRequest): Promise<CodeOutcome> {
    const owing = this.steps.owing(pending);
    const account = owing && (await this.users.activeByEmail(owing.email));
    if (!owing || account?.id !== owing.userId) return { kind: 'too-late' };
    if (!(await this.limits.admitCode(account.id, ip))) return { kind: 'too-many' };
    if (!(await this.factors.use(account.officeId, account.id, code))) return { kind: 'refused' };
    await this.limits.forgiveCode(account.id, ip);
    return this.steps.open({ id: account.id, email: owing.email }, browser);
  }
}
