import { z } from 'zod';
import { REASONS } from './ownership.events.js';
import { BECAUSE, POSTS } from './owner-on.js';
import { RULES } from './ownership-policy.js';

const owner = z
  .strictObject({ staffId: z.string().nullable(), post: z.enum(POSTS).nullable() })
  .describe('Somebody of the staff, or whoever has a post at her store; one of both');

const since = z.iso.date().nullable().describe('The first day; null for always');

export const ownerNow = owner.extend({ since });

/** Whose she was, and why. */
export const owned = z.strictObject({
  owner,
  because: z.strictObject({
    what: z.enum(BECAUSE).describe('`nobody-else`: the rule has no answer, so she is the manager’s'),
    factOn: z.iso
      .date()
      .nullable()
      .describe('The day she was assigned, or of the visit that is counted from'),
    visitId: z.uuid().nullable(),
    reason: z.enum(REASONS).nullable().describe('Why she was assigned'),
  }),
  rule: z.enum(RULES),
  policyVersion: z.string(),
});

export const ownedSince = owned.extend({ since });
