import type { Request } from 'express';
import type { ApiCaller } from '../../features/api-tokens/index.js';

/** A request that passed the API guard. */
export interface ApiRequest extends Request {
  caller: ApiCaller;
  /** The process that had this request (`Idempotency-Key`) died over it, and may have done it. */
  isTakenOver?: boolean;
}

/** The caller as talks and the audit trail name it. */
export function actorOf({ caller }: ApiRequest): string {
  return `api:${caller.tokenId}`;
}
