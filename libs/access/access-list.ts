import type { JWK } from 'jose';

/** What tells good tokens from others; `stores` keeps it, all others ask for it again and again. */
export interface AccessList {
  /** Public keys that tokens are signed with, each with its `kid`. */
  readonly keys: readonly JWK[];
  /** Sessions that ended while tokens of theirs may still be about. */
  readonly endedSessions: readonly string[];
  /** By account: tokens of an earlier epoch are good no more, for what the account may do has changed. */
  readonly epochs: Readonly<Record<string, number>>;
}

/** Where the list is had from. */
export type AccessSource = () => Promise<AccessList>;

const PATIENCE_MS = 3_000;

/** Asks the service `stores`, by whatever knows where it is and who we are. */
export const askStores =
  (ask: (path: string, patienceMs: number) => Promise<Response>): AccessSource =>
  async () => {
    const answer = await ask('/v1/access', PATIENCE_MS);
    if (!answer.ok) throw new Error(`stores answered ${answer.status} when asked who may come in.`);
    return (await answer.json()) as AccessList;
  };
