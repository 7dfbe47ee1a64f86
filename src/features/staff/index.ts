export { generatedPassword, hashPassword } from './passwords.js';
export { type Access, type Role, roleAllows, roles } from './role.js';
export { SecondFactors } from './second-factor/second-factors.js';
export { SignIn } from './sign-in.js';
export { SignInByCode } from './sign-in-by-code.js';
export type { SignedInStaff } from './signed-in-staff.js';
export { StaffModule } from './staff.module.js';
export { StaffSessions } from './staff-sessions.js';
export { type NewStaffUser, StaffUsers } from './staff-users.js';
