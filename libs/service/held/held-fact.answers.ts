import { z } from 'zod';
import type { Recorded } from '#libs/event-sourcing';

/** A fact as it is given to whom it is about. */
export const heldFact = z.strictObject({
  factId: z.uuid(),
  stream: z.string(),
  type: z.string(),
  /** When it happened. */
  occurredAt: z.iso.datetime(),
  /** When we learned of it. */
  recordedAt: z.iso.datetime(),
  storeId: z.string().nullable(),
  /** Whose doing it was: an account, or a part of Liren. */
  actor: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

export type HeldFact = z.infer<typeof heldFact>;

export const heldFactOf = ({
  id: factId,
  stream,
  type,
  occurredAt,
  recordedAt,
  storeId,
  actor,
  data,
}: Recorded): HeldFact => ({
  ...{ factId, stream, type, occurredAt, recordedAt, actor },
  storeId: storeId ?? null,
  data: data as Record<string, unknown>,
});
