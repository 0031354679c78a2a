import type pg from 'pg';
import type { Message } from '#libs/contracts';

/**
 * Takes one message; what it does must be safe to do twice. A command id derived from the message makes what is recorded
 * so; what records nothing must record nothing later, too (ADR 5).
 */
export type MessageHandler = (message: Message) => Promise<unknown>;

/** Takes a batch; what it writes with the transaction it is given becomes true together with the position. */
export type BatchHandler = (messages: readonly Message[], transaction: pg.PoolClient) => Promise<unknown>;

export interface Handlers {
  /** By contract type. */
  readonly each: ReadonlyMap<string, MessageHandler>;
  /** By contract type; none that is in `each`. Types under one handler reach it together, in their order. */
  readonly batches: ReadonlyMap<string, BatchHandler>;
}
