import { z } from 'zod';

export const viewStatus = z.strictObject({
  name: z.string(),
  position: z.int().describe('Position the view has reached'),
  generation: z.int(),
  rebuilding: z
    .strictObject({ position: z.int(), head: z.int() })
    .nullable()
    .describe('While it is built anew beside the live table'),
  rebuildFailure: z.string().nullable().describe('Why the last rebuild was given up'),
});

const told = z.strictObject({
  id: z.string(),
  type: z.string(),
  source: z.string(),
  subject: z.string(),
  time: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  position: z.number(),
  key: z.string(),
  correlationId: z.string(),
  causationId: z.string().nullable(),
  data: z.unknown().describe('As its contract says'),
});

const malformed = z.strictObject({
  malformed: z.string().describe('Why it cannot be read'),
  offset: z.string(),
  key: z.string(),
  raw: z.string(),
});

export const parkedMessage = z.strictObject({
  place: z.int(),
  id: z.string(),
  topic: z.string(),
  key: z.string(),
  type: z.string().nullable(),
  message: z.union([told, malformed]),
  cause: z.string(),
  parkedAt: z.iso.datetime(),
});

export const taken = z.strictObject({ taken: z.boolean() });
