import { applyDecorators, Controller, SetMetadata, UseFilters, UseGuards } from '@nestjs/common';
import type { Access } from '../../features/staff/index.js';
import { ACCESS } from './access.js';
import { OfficeGuard } from './office.guard.js';
import { SignInRedirect } from './sign-in-redirect.filter.js';

/** A controller under /office: signed-in staff only, with the access it names, CSRF checked on every write. */
export function OfficeController(path: string, access: Access): ClassDecorator {
  return applyDecorators(
    Controller(path === '' ? 'office' : `office/${path}`),
    SetMetadata(ACCESS, access),
    UseGuards(OfficeGuard),
    UseFilters(SignInRedirect),
  );
}
