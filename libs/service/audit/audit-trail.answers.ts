import { z } from 'zod';

/** A fact as an auditor sees it: who did what, when. What is sealed in it stays sealed. */
export const auditEntry = z.strictObject({
  /** Place in the log of its service. */
  position: z.int(),
  factId: z.uuid(),
  /** When we learned of it. */
  recordedAt: z.iso.datetime(),
  occurredAt: z.iso.datetime(),
  /** An account, or a part of Liren. */
  who: z.string().nullable(),
  type: z.string(),
  stream: z.string(),
  storeId: z.string().nullable(),
  commandId: z.uuid(),
  data: z.unknown(),
});

/** A link of the chain of hashes over a log. */
export const seal = z.strictObject({ upTo: z.int(), sealedAt: z.iso.datetime(), hash: z.string() });

/** A part of one service's trail. */
export const auditTrail = z.strictObject({
  entries: z.array(auditEntry),
  /** Position up to which was looked; the next part is after it. */
  upTo: z.int(),
  /** When the fact there was recorded; null when there is nothing behind. */
  lookedUntil: z.iso.datetime().nullable(),
  /** The last link of its chain; null while nothing is sealed. */
  seal: seal.nullable(),
});

export const sealCheck = z.strictObject({
  after: z.int(),
  upTo: z.int(),
  brokenAt: z
    .strictObject({ after: z.int(), upTo: z.int() })
    .nullable()
    .describe('The first link that is not what its facts make; null when all are'),
  more: z.boolean().describe('Whether there are links behind; ask with `after` as this `upTo`'),
});

export type AuditEntry = z.infer<typeof auditEntry>;
export type AuditTrail = z.infer<typeof auditTrail>;
