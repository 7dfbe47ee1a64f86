import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { z } from 'zod';
import { IdempotentAnswers, type RepeatableRequest } from '../../features/api-tokens/index.js';
import { DomainError, type ErrorKind } from '../../platform/errors/domain-error.js';
import { actorOf, type ApiRequest } from './api-request.js';

/** Visible ASCII only, as in the header field's grammar. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** How an answer is kept: what the handler returned, or the refusal it threw. */
const Kept = z.union([
  z.object({ body: z.unknown(), location: z.string().optional() }),
  z.object({ code: z.string(), kind: z.string(), data: z.record(z.string(), z.unknown()) }),
]);

/**
 * `Idempotency-Key` on POST: the same request is done once and answered alike for a day. The same key for another
 * request is refused (422), a repetition before the first answer too (409). Uploads are left alone.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: IdempotentAnswers) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const key = request.get('Idempotency-Key');
    if (request.method !== 'POST' || key === undefined || request.is('multipart/form-data'))
      return next.handle();
    const repeatable = {
      actor: actorOf(request),
      key,
      method: request.method,
      path: request.path,
      body: request.body as unknown,
    };
    const onTakenOver = (): void => {
      request.isTakenOver = true;
    };
    return from(this.once(repeatable, { response: http.getResponse<Response>(), onTakenOver }, next));
  }

  private async once(
    request: RepeatableRequest,
    { response, onTakenOver }: { readonly response: Response; readonly onTakenOver: () => void },
    next: CallHandler,
  ): Promise<unknown> {
    if (!KEY.test(request.key)) throw new DomainError('idempotency-key-invalid', 'invalid');
    const claim = await this.answers.claim(request);
    if (claim.kind === 'other-body') throw new DomainError('idempotency-key-reused', 'invalid');
    if (claim.kind === 'in-progress') {
      response.setHeader('Retry-After', '1');
      throw new DomainError('idempotency-in-progress', 'conflict');
    }
    if (claim.kind === 'answered') return again(claim.kept, response);
    if (claim.isTakenOver) onTakenOver();
    return this.first(request, response, next);
  }

  private async first(request: RepeatableRequest, response: Response, next: CallHandler): Promise<unknown> {
    try {
      const body: unknown = await lastValueFrom(next.handle());
      const location = response.get('Location');
      await this.answers.keep(request, { status: response.statusCode, answer: { body, location } });
      return body;
    } catch (error) {
      if (error instanceof DomainError) {
        const { code, kind, data } = error;
        await this.answers.keep(request, { status: response.statusCode, answer: { code, kind, data } });
      } else await this.answers.giveUp(request);
      throw error;
    }
  }
}

function again({ status, answer }: { status: number; answer: unknown }, response: Response): unknown {
  response.setHeader('Idempotency-Replayed', 'true');
  const kept = Kept.parse(answer);
  if ('code' in kept) throw new DomainError(kept.code, kept.kind as ErrorKind, kept.data);
  if (kept.location !== undefined) response.setHeader('Location', kept.location);
  response.status(status);
  return kept.body;
}
