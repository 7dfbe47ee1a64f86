import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { InterpreterLists } from '../../../features/interpreters/index.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';

/** Lets only interpreters on the office's own list through; throws `interpreter-unknown` for all others. */
@Injectable()
export class ListedInterpreterGuard implements CanActivate {
  constructor(private readonly lists: InterpreterLists) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { staff, params } = context.switchToHttp().getRequest<OfficeRequest>();
    await this.lists.assertOnList(staff.officeId, readId(String(params['id'])));
    return true;
  }
}
