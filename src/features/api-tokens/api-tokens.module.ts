import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { ApiTokens } from './api-tokens.js';
import { IdempotentAnswers } from './idempotent-answers.js';

/** Access of other systems, and what they were answered. */
@Module({
  imports: [AuditModule],
  providers: [ApiTokens, IdempotentAnswers],
  exports: [ApiTokens, IdempotentAnswers],
})
export class ApiTokensModule {}
