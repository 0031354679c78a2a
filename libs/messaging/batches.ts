import type pg from 'pg';
import type { Message } from '#libs/contracts';
import { inTransaction } from '#libs/event-store';
import { faultOf, isInfrastructure } from './faults.js';
import type { BatchHandler, Handlers } from './handlers.js';
import type { Heard } from './heard.js';
import type { Parking } from './parking.js';
import { isMalformed, type Batch, type Malformed } from './transport.js';

interface Taking {
  readonly pool: pg.Pool;
  readonly heard: Heard;
  readonly parking: Parking;
  readonly handlers: Handlers;
  readonly onError: (error: unknown, what: string) => void;
  readonly batch: Batch;
  readonly fresh: readonly (Message | Malformed)[];
  /** Position that each source has come to with this batch. */
  readonly last: ReadonlyMap<string, number>;
}

type Take = (taking: Taking, messages: readonly Message[], transaction: pg.PoolClient) => Promise<void>;

/**
 * Takes what is taken in batches, and moves the position, in one transaction. When a handler fails, its messages are
 * taken again one by one, in one transaction still, and those that fail alone are parked.
 */
export const takeTogether = async (taking: Taking): Promise<void> => {
  const { pool, heard, handlers, batch, fresh, last, onError } = taking;
  const messages = fresh.filter(
    (message): message is Message => !isMalformed(message) && handlers.batches.has(message.type),
  );
  if (messages.length === 0) return heard.advance(pool, batch, last);
  const takeBy = (take: Take): Promise<void> =>
    inTransaction(pool, async (transaction) => {
      const fit = await parkUnfit(taking, messages, transaction);
      await take(taking, fit, transaction);
      await heard.advance(transaction, batch, last);
    });
  try {
    await takeBy(allAtOnce);
  } catch (error) {
    if (isInfrastructure(error)) throw error;
    onError(error, `taking ${messages.length} messages together`);
    await takeBy(oneByOne);
  }
};

/** Parks what breaks its contract and what waits behind it; resolves to the others. */
const parkUnfit = async (
  { parking, batch }: Taking,
  messages: readonly Message[],
  transaction: pg.PoolClient,
): Promise<Message[]> => {
  const fit: Message[] = [];
  for (const message of messages) {
    if (await parking.parkBehind(transaction, batch, message)) continue;
    const fault = faultOf(message);
    if (fault === undefined) fit.push(message);
    else await parking.park(transaction, batch, message, fault);
  }
  return fit;
};

const allAtOnce: Take = async ({ handlers }, messages, transaction) => {
  const byHandler = new Map<BatchHandler, Message[]>();
  for (const message of messages) {
    const handler = handlers.batches.get(message.type)!;
    const taken = byHandler.get(handler);
    if (taken === undefined) byHandler.set(handler, [message]);
    else taken.push(message);
  }
  for (const [handler, own] of byHandler) await handler(own, transaction);
};

const oneByOne: Take = async ({ handlers, parking, batch }, messages, transaction) => {
  for (const message of messages) {
    if (await parking.parkBehind(transaction, batch, message)) continue;
    await transaction.query('savepoint one_message');
    try {
      await handlers.batches.get(message.type)!([message], transaction);
      await transaction.query('release savepoint one_message');
    } catch (error) {
      if (isInfrastructure(error)) throw error;
      await transaction.query('rollback to savepoint one_message');
      await parking.park(transaction, batch, message, String(error));
    }
  }
};
