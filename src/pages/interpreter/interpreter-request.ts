import type { Request } from 'express';
import type { SignedInInterpreter } from '../../features/interpreters/index.js';

/** A request under /interpreter after its guard. */
export interface InterpreterRequest extends Request {
  readonly interpreter: SignedInInterpreter;
}
