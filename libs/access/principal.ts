import { AsyncLocalStorage } from 'node:async_hooks';
import type { Role } from './roles.js';

/** Who asks: somebody with an account, or a part of Liren, for somebody or for itself. */
export interface Principal {
  /** The id of an account, or `service:<name>`; the actor of every fact that follows. */
  readonly subject: string;
  readonly role: Role;
  /** Stores whose things may be seen and changed. */
  readonly stores: readonly string[] | 'every';
  /** What was signed in to; null for services. */
  readonly session: string | null;
}

const current = new AsyncLocalStorage<Principal | undefined>();

export const asPrincipal = <T>(principal: Principal | undefined, work: () => T): T =>
  current.run(principal, work);

/** Who asks for what is being done; undefined for what nobody asked for: timers, messages, loops. */
export const principal = (): Principal | undefined => current.getStore();
