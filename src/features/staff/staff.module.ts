import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { OpenEmergencyAccount } from './emergency/open-emergency-account.js';
import { Passkeys } from './passkeys/passkeys.js';
import { SignInByPasskey } from './passkeys/sign-in-by-passkey.js';
import { Recoveries } from './recovery/recoveries.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { IdentityProvider } from './single-sign-on/identity-provider.js';
import { SignInByProvider } from './single-sign-on/sign-in-by-provider.js';
import { StaffIdentities } from './single-sign-on/staff-identities.js';
import { SignInByCode } from './sign-in-by-code.js';
import { SignIn } from './sign-in.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInSteps } from './sign-in-steps.js';
import { StaffSessions } from './staff-sessions.js';
import { StaffUsers } from './staff-users.js';

const waysIn = [
  OpenEmergencyAccount,
  Passkeys,
  SignInByPasskey,
  Recoveries,
  SecondFactors,
  SignIn,
  SignInByCode,
  SignInByProvider,
  StaffIdentities,
  StaffSessions,
  StaffUsers,
];

/** Staff accounts, sessions and signing in. */
@Module({
  imports: [AuditModule],
  providers: [IdentityProvider, SignInLimits, SignInSteps, ...waysIn],
  exports: waysIn,
})
export class StaffModule {}
