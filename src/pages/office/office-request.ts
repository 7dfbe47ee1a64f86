import type { Request } from 'express';
import type { SignedInStaff } from '../../features/staff/index.js';

/** A request that passed the office guard. */
export interface OfficeRequest extends Request {
  staff: SignedInStaff;
}
