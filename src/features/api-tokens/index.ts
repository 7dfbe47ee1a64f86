export { type ApiCaller, ApiTokens } from './api-tokens.js';
export { ApiTokensModule } from './api-tokens.module.js';
export { IdempotentAnswers, type RepeatableRequest } from './idempotent-answers.js';
