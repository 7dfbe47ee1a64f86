import { SetMetadata } from '@nestjs/common';
import { type Access, type Role, roleAllows } from '../../features/staff/index.js';

/** What a route asks of its caller: an access that roles grant, or one of these roles. */
export type ApiAccess = Access | readonly Role[];

/** Metadata key; the guard refuses a route without it. */
export const API_ACCESS = 'api-access';

/** A route that asks for more than its controller. */
export function Needs(access: ApiAccess): MethodDecorator {
  return SetMetadata(API_ACCESS, access);
}

/** Whether a role may use a route. */
export function isAllowed(role: Role, access: ApiAccess): boolean {
  return typeof access === 'string' ? roleAllows(role, access) : access.includes(role);
}
