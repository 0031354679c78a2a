import { AsyncLocalStorage } from 'node:async_hooks';
import { v5 } from 'uuid';
import { uuidv7 } from './uuid.js';

/** Who asks for what, and as part of what: set where a request or a message comes in, stored with every fact. */
export interface CommandContext {
  /** The same for the same request sent again; what an append with it did is done once. */
  readonly commandId: string;
  /** Tells whether the same command id comes with the same request. */
  readonly requestHash?: string | null;
  readonly actor?: string | null;
  /** Stores whose things the actor may see and change; every store when left out. */
  readonly stores?: readonly string[];
  /** One for all that follows from one request. */
  readonly correlationId?: string;
  /** The id of the fact that caused this one. */
  readonly causationId?: string | null;
  /** The only version of the stream that may be changed (`If-Match`). */
  readonly expectedVersion?: number;
}

const current = new AsyncLocalStorage<CommandContext>();

/**
 * Runs what a request asks for, so that the facts it leads to know where they come from. One command within another is the
 * same actor's, and reaches no further.
 */
export const inCommandContext = <T>(context: CommandContext, work: () => T): T => {
  const { actor, stores } = current.getStore() ?? {};
  return current.run({ actor, stores, ...context }, work);
};

/** The request being served; a new one of its own where nobody set one. */
export const commandContext = (): CommandContext => current.getStore() ?? { commandId: uuidv7() };

/**
 * An id that is new for a new request and the same when that request is repeated, so that a retry after a lost answer
 * writes to the same stream.
 */
export const newId = (purpose: string): string => {
  const context = current.getStore();
  return context === undefined ? uuidv7() : derivedId(context.commandId, purpose);
};

/** The same id for the same parts, always (UUIDv5). */
export const derivedId = (namespace: string, name: string): string => v5(name, namespace);
