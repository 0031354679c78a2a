import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
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
    const shape = z.toJSONSchema(schema, { target: 'openapi-3.0' }) as object;
    applyDecorators(ApiResponse({ status, description, schema: shape }))(target, key, descriptor);
  };

/** Where a command's facts stand in the log; fields of every answer to a command. */
export const committed = {
  /** Ask a view with this as `minPosition` to read your own write. */
  position: z.int().nonnegative(),
  version: z.int().nonnegative(),
  appended: z.boolean(),
};

/** A page of such items. */
export const pageOf = <Item>(item: z.ZodType<Item>): z.ZodType<Page<Item>> =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
