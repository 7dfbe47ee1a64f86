import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { renderPage } from '../../platform/views/render-page.js';
import { ApiDocsPage } from '../../templates/pages/api-docs-page.js';
import { ApiModule } from './api.module.js';
import { describedOperations } from './described-operations.js';

const ABOUT = `Instants are RFC 3339 in UTC, dates are local to the office. Lists come in pages: ask again with
\`cursor\` set to \`next\`. A POST with an \`Idempotency-Key\` is done once and answered alike for a day. Refusals are
problem details (RFC 9457) with a stable \`code\`.`;

/** `GET /api/openapi.json`, and the same as a page at `/api/docs`; made when first asked for. */
export function publishOpenApi(app: NestExpressApplication): void {
  let made: OpenAPIObject | undefined;
  const document = (): OpenAPIObject => (made ??= withProblems(createDocument(app)));
  const serve =
    (answer: (response: Response) => void) =>
    (request: Request, response: Response, next: NextFunction): void => {
      if (request.path === '/' && request.method === 'GET') answer(response);
      else next();
    };
  app.use(
    '/api/openapi.json',
    serve((response) => response.json(document())),
  );
  app.use(
    '/api/docs',
    serve((response) => {
      const { title, version, description = '' } = document().info;
      const view = { title, version, description, operations: describedOperations(document()) };
      response.type('html').send(renderPage(ApiDocsPage({ view })));
    }),
  );
}

function createDocument(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Welcome Talks')
    .setDescription(ABOUT.replaceAll('\n', ' '))
    .setVersion('1')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'welcome-talks token create --role <role>',
    })
    .build();
  return SwaggerModule.createDocument(app, config, {
    include: [ApiModule],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'what happened and what to do, in English' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'stable name of the refusal' },
    errors: {
      type: 'array',
      description: 'with code invalid: what is wrong with which field',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'the same key and body again: the same answer, nothing done twice',
  schema: { type: 'string', maxLength: 255 },
} as const;

/** What is true of every operation and need not be said at each route. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post]) {
      if (!operation) continue;
      operation.responses['default'] = { description: 'Refused: problem details', content };
      if (operation === path.post) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
    }
  }
  const schemas = { ...document.components?.schemas, Problem: PROBLEM };
  return { ...document, components: { ...document.components, schemas } };
}
