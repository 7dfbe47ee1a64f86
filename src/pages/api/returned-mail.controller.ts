import { Body, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { z } from 'zod';
import { type TakenMail, TakeReturnedMail } from '../../features/notices/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { Says } from './says.js';

/** `known-already` and `not-ours` changed nothing; `state` is what the notice became. */
const TakenAnswer = z.strictObject({
  kind: z.enum([
    'known-already',
    'not-ours',
    'report',
    'complaint',
    'auto-reply',
    'unreadable',
    'letter',
    'calendar-reply',
  ]),
  noticeId: z.uuid().optional(),
  state: z.enum(['bounced', 'failed', 'unchanged']).optional(),
});

/** Where a mail server hands over what came back to the return addresses. */
@ApiController('returned-mail', 'plan')
export class ReturnedMailController {
  constructor(private readonly returned: TakeReturnedMail) {}

  /** The whole message as it arrived, `message/rfc822`. The same message again changes nothing. */
  @Post()
  @HttpCode(200)
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Says('Take a message that came back: a bounce, an automatic answer, a complaint', TakenAnswer)
  take(@Req() { caller }: ApiRequest, @Body() body: unknown): Promise<TakenMail> {
    if (!Buffer.isBuffer(body)) throw new DomainError('not-a-message', 'invalid');
    return this.returned.run(body, caller.officeId);
  }
}
