import { z } from 'zod';
import { contractOf } from '#contracts/catalogue';
import type { Message } from '#libs/contracts';
import { Overtaken } from './heard.js';
import { isMalformed, type Malformed } from './transport.js';

/** Why a message cannot be what it says it is; undefined when it is. */
export const faultOf = (message: Message | Malformed): string | undefined => {
  if (isMalformed(message)) return message.malformed;
  const { error } = contractOf(message.type)?.data.safeParse(message.data) ?? {};
  return error && `Not what ${message.type} promises: ${z.prettifyError(error)}`;
};

const CONNECTION_CODES =
  /^(ECONN.*|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_ERR_.*)$/;
/** Broken connections, deadlocks, no resources, an operator who stops the server, a disk; see PostgreSQL's list of states. */
const DATABASE_STATES = /^(08|40|53|57|58)...$/;
/** What the driver says without a code. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/** The database or the network is away, or somebody else has taken over: nothing is wrong with the message, so it waits. */
export const isInfrastructure = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (CONNECTION_CODES.test(code) || DATABASE_STATES.test(code))) return true;
  return error instanceof Overtaken || BROKEN.test(error.message) || isInfrastructure(error.cause);
};
