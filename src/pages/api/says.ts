import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** What a route is for and what it answers, for the OpenAPI document. */
export function Says(summary: string, answer: z.ZodType, status = 200): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, description: summary, standardSchema: answer }),
  );
}
