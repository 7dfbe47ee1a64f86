import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { concatMap, from, type Observable } from 'rxjs';
import { Audit } from '../../features/audit/index.js';

/** What the audit says about an answer with personal data. */
interface Reading {
  /** A verb in the past that ends in `-read`, `-listed`, `-exported` or `-printed`, such as `household-read`. */
  readonly action: string;
  readonly subjectKind: string;
  /** Part of the address that names the subject; left out, the whole office is. */
  readonly parameter?: string;
  /** The answer is a list: how many are on it is recorded too. */
  readonly isList?: true;
  /** The handler sends its answer itself. */
  readonly sends?: true;
}

const READING = 'reading';

/** A request that passed one of the guards. */
interface KnownRequest extends Request {
  readonly staff?: { readonly id: number; readonly officeId: number };
  readonly caller?: { readonly tokenId: number; readonly officeId: number };
}

/**
 * Writes down who was given personal data, before the answer leaves: what cannot be recorded is not shown. Handlers
 * that send their answer themselves are recorded before they begin. Pages of the office need none of it, see
 * `readingOfPage`.
 */
@Injectable()
class ReadingRecorder implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: Audit,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reading = this.reflector.get<Reading>(READING, context.getHandler());
    const request = context.switchToHttp().getRequest<KnownRequest>();
    if (reading.sends) {
      return from(this.record(reading, request)).pipe(concatMap(() => next.handle()));
    }
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        await this.record(reading, request, answer);
        return answer;
      }),
    );
  }

  private async record(reading: Reading, request: KnownRequest, answer?: unknown): Promise<void> {
    const { action, subjectKind, parameter, isList } = reading;
    const { staff, caller } = request;
    const officeId = staff?.officeId ?? caller?.officeId ?? 0;
    await this.audit.recordReading({
      officeId,
      actor: staff ? `staff:${staff.id}` : `api:${caller?.tokenId ?? 0}`,
      action,
      subjectKind,
      subjectId: parameter === undefined ? officeId : String(request.params[parameter]),
      ...(isList && { detail: { shown: (answer as { items: readonly unknown[] }).items.length } }),
    });
  }
}

/** Marks a handler whose answers are recorded. */
export function RecordsReading(reading: Reading): MethodDecorator {
  return applyDecorators(SetMetadata(READING, reading), UseInterceptors(ReadingRecorder));
}
