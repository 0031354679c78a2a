import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { schemaOf } from './schema-of.js';
import type { Page } from './page.js';

type Route<Answer> = (...given: never[]) => Answer | Promise<Answer>;

/**
 * What a route answers, said once as a schema: the description is made from it, and the compiler holds the route to it.
 * Schemas are strict, so that nothing undocumented gets out.
 */
export const Answers =
  <Answer>(schema: z.ZodType<Answer>, { status = 200, description = 'Done' } = {}) =>
  <Method extends Route<NoInfer<Answer>>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    applyDecorators(ApiResponse({ status, description, schema: schemaOf(schema) }))(target, key, descriptor);
  };

/** A route that answers a file of one of these types. */
export const AnswersFile = (...types: readonly string[]) =>
  ApiResponse({
    status: 200,
    description: 'The file',
    content: Object.fromEntries(
      types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  });

/** Where a command's facts stand in the log; fields of every answer to a command. */
export const committed = {
  /** Ask a view with this as `minPosition` to read your own write. */
  position: z.int().nonnegative(),
  version: z.int().nonnegative(),
  appended: z.boolean(),
};

/** What a refusal says; RFC 9457. */
export const problem = z.strictObject({
  type: z.string().meta({ example: 'urn:liren:problem:malformed' }),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('What programs decide by'),
  detail: z.string().optional(),
  errors: z
    .array(z.strictObject({ field: z.string(), faults: z.array(z.string()).readonly() }))
    .readonly()
    .optional(),
  context: z.record(z.string(), z.unknown()).optional().describe('What varies from case to case'),
});

/** What became of one of many things sent together; fields beside its id. */
export const outcome = {
  /** Whether it was recorded by this request; false when it was known before. */
  recorded: z.boolean(),
  problem: problem.nullable(),
};

/** A page of such items. */
export const pageOf = <Item>(item: z.ZodType<Item>): z.ZodType<Page<Item>> =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
