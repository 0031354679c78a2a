import type { OpenAPIObject } from '@nestjs/swagger';
import { problem } from './answers.js';
import { schemaOf } from './schema-of.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;

const REFUSED = {
  description: 'Refused; RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'The same key again is the same request: it is answered as the first time, and done once',
  schema: { type: 'string' as const },
};
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What every operation of a service has in common: how it refuses, and that it can be asked again. */
export const describedWhole = (document: OpenAPIObject, service: string): OpenAPIObject => {
  const described = ([path, item]: [string, PathItem]): [string, PathItem] => {
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [[method, whole(operation, method, service)] as const];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }];
  };
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).map(described)),
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, Problem: schemaOf(problem) },
    },
  };
};

const whole = (operation: Operation, method: string, service: string): Operation => ({
  ...operation,
  operationId: `${service}.${operation.operationId ?? method}`,
  parameters: [...(operation.parameters ?? []), ...(method === 'post' ? [KEY] : [])],
  responses: { ...operation.responses, default: REFUSED },
});
