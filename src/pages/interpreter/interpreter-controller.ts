import { applyDecorators, Controller, UseFilters, UseGuards } from '@nestjs/common';
import { InterpreterProblems } from './interpreter-problems.filter.js';
import { InterpreterGuard, LinkNeededFilter } from './interpreter.guard.js';

/** A controller under /interpreter: signed-in interpreters only, each sees nothing but their own. */
export function InterpreterController(path: string): ClassDecorator {
  return applyDecorators(
    Controller(`interpreter/${path}`),
    UseGuards(InterpreterGuard),
    UseFilters(InterpreterProblems, LinkNeededFilter),
  );
}
