import type { OpenAPIObject } from '@nestjs/swagger';
import type { OperationView } from '../../templates/pages/api-docs-page.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The operations of an OpenAPI document as the page lists them, by address. */
export function describedOperations(document: OpenAPIObject): readonly OperationView[] {
  return Object.entries(document.paths).flatMap(([path, { get, post }]) => [
    ...(get ? [described('GET', path, get)] : []),
    ...(post ? [described('POST', path, post)] : []),
  ]);
}

function described(method: string, path: string, operation: Operation): OperationView {
  const parameters = (operation.parameters ?? []).flatMap((parameter) =>
    'name' in parameter
      ? [{ name: parameter.name, place: parameter.in, required: parameter.required === true }]
      : [],
  );
  return {
    method,
    path,
    summary: operation.summary ?? '',
    fields: [...parameters, ...bodyFields(operation)],
  };
}

function bodyFields({ requestBody }: Operation): OperationView['fields'] {
  if (!requestBody || !('content' in requestBody)) return [];
  const schema = requestBody.content['application/json']?.schema;
  if (!schema || !('properties' in schema)) return [];
  return Object.keys(schema.properties ?? {}).map((name) => ({
    name,
    place: 'body',
    required: schema.required?.includes(name) ?? false,
  }));
}
