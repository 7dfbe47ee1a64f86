import { applyDecorators, Controller, SetMetadata, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { API_ACCESS, type ApiAccess } from './access.js';
import { ApiGuard } from './api.guard.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** A controller under /api/v1: callers with a token and this access, `Idempotency-Key` honoured on every POST. */
export function ApiController(path: string, access: ApiAccess): ClassDecorator {
  return applyDecorators(
    Controller(`api/v1/${path}`),
    SetMetadata(API_ACCESS, access),
    UseGuards(ApiGuard),
    UseInterceptors(IdempotencyInterceptor),
    ApiBearerAuth(),
    ApiTags(path === '' ? 'resources' : path),
  );
}
