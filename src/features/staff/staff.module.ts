import { Module } from '@nestjs/common';
import { SignIn } from './sign-in.js';
import { SignInLimits } from './sign-in-limits.js';
import { StaffSessions } from './staff-sessions.js';
import { StaffUsers } from './staff-users.js';

/** Staff accounts, sessions and signing in. */
@Module({
  providers: [SignIn, SignInLimits, StaffSessions, StaffUsers],
  exports: [SignIn, StaffSessions, StaffUsers],
})
export class StaffModule {}
