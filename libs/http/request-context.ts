import { createHash } from 'node:crypto';
import { BadRequestException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { derivedId, uuidv7, type CommandContext } from '#libs/event-store';
import type { Principal } from '#libs/access';
import { readTraceparent } from '#libs/tracing';

const KEYS = '7f0c3c1e-4f0e-5d53-9a70-1f2f5f0f6c11';

/**
 * The command context of a request. An `Idempotency-Key` makes the command id: the same key again, from the same account,
 * is the same command, and what it was sent with tells whether it is the same request. `traceparent` gives the correlation id. Throws a
 * `BadRequestException` for an `If-Match` that says no version.
 */
export const requestContext = (request: FastifyRequest, who?: Principal): CommandContext => {
  const key = header(request, 'idempotency-key');
  const commandId = key === undefined ? uuidv7() : derivedId(KEYS, `${who?.subject ?? 'nobody'} ${key}`);
  return {
    commandId,
    actor: who?.subject ?? null,
    stores: who === undefined || who.stores === 'every' ? undefined : who.stores,
    requestHash: key === undefined ? null : hashOf(request, key),
    correlationId: readTraceparent(header(request, 'traceparent'))?.correlationId ?? commandId,
    expectedVersion: request.method === 'GET' ? undefined : versionOf(header(request, 'if-match')),
  };
};

const header = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** One entity tag as we gave it; proxies that compress may have made it weak. */
const versionOf = (ifMatch: string | undefined): number | undefined => {
  if (ifMatch === undefined) return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version === undefined)
    throw new BadRequestException('If-Match must be one ETag that was given, such as "3".');
  return Number(version);
};

/** The order in which a sender writes fields says nothing. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The key is in it: a short body cannot be found out from what the log keeps. */
const hashOf = ({ method, url, body }: FastifyRequest, key: string): string =>
  createHash('sha256')
    .update(`${key} ${method} ${url} `)
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null, inOrder))
    .digest('base64url')
    .slice(0, 22);
