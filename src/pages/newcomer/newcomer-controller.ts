import { applyDecorators, Controller, UseFilters } from '@nestjs/common';
import { NewcomerProblems } from './newcomer-problems.filter.js';

/** A controller under /t: no sign-in, the secret in the address opens the page, problems in plain words. */
export function NewcomerController(path = ':token'): ClassDecorator {
  return applyDecorators(Controller(`t/${path}`), UseFilters(NewcomerProblems));
}
