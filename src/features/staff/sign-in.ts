import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { deviceMark, isKnownDevice } from './known-device.js';
import { passwordMatches } from './passwords.js';
import { SignInLimits } from './sign-in-limits.js';
import { StaffSessions } from './staff-sessions.js';
import { StaffUsers } from './staff-users.js';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
  /** What an earlier sign-in gave this browser to keep. */
  readonly deviceMark: string | undefined;
}

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly sessionId: string; readonly deviceMark: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many' };

/** Signs a staff member in; an unknown account and a wrong password cannot be told apart by answer or time. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: StaffUsers,
    private readonly sessions: StaffSessions,
    private readonly limits: SignInLimits,
    private readonly settings: Settings,
  ) {}

  async run(request: SignInRequest): Promise<SignInOutcome> {
    const { secretKey } = this.settings;
    const knownDevice = isKnownDevice(secretKey, request.email, request.deviceMark);
    const attempt = { email: request.email, ip: request.ip, knownDevice };
    if (!(await this.limits.admit(attempt))) return { kind: 'too-many' };
    const account = await this.users.activeByEmail(request.email);
    const matches = await passwordMatches(account?.passwordHash, request.password);
    if (!account || !matches) return { kind: 'refused' };
    await this.limits.forgive(attempt);
    return {
      kind: 'signed-in',
      sessionId: await this.sessions.start(account.id),
      deviceMark: deviceMark(secretKey, request.email),
    };
  }
}
