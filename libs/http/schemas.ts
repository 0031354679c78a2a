import { BadRequestException } from '@nestjs/common';
import { z } from 'zod';
import { INSTANT, MOST } from './fields.js';

// What fields.ts says with decorators, for batches, which a compiled schema checks (ADR 9).

export const text = (max: number) => z.string().max(max).regex(/\S/, 'must not be blank');
export const uuid = z.uuid().toLowerCase();
export const minor = z.int().nonnegative().max(MOST);
export const pieces = z.int().positive().max(1_000_000);
export const instant = z.iso.datetime().regex(INSTANT, 'must be an instant such as 2026-03-01T09:00:00Z');

/** The body, as the schema has it; or a `BadRequestException` that names every field at fault. */
export const checked = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> => {
  const given = schema.safeParse(body);
  if (given.success) return given.data;
  const faults = given.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    faults: [message],
  }));
  throw new BadRequestException({ errors: faults });
};
