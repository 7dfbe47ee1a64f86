import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SignInByCode } from './sign-in-by-code.js';
import { SignIn } from './sign-in.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInSteps } from './sign-in-steps.js';
import { StaffSessions } from './staff-sessions.js';
import { StaffUsers } from './staff-users.js';

/** Staff accounts, sessions and signing in. */
@Module({
  imports: [AuditModule],
  providers: [SecondFactors, SignIn, SignInByCode, SignInLimits, SignInSteps, StaffSessions, StaffUsers],
  exports: [SecondFactors, SignIn, SignInByCode, StaffSessions, StaffUsers],
})
export class StaffModule {}
