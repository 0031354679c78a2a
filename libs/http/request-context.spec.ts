import type { FastifyRequest } from 'fastify';
import { requestContext } from './request-context.js';

const asked = (
  headers: Record<string, string>,
  body: unknown = { text: 'x' },
  url = '/v1/notes',
): FastifyRequest => ({ method: 'POST', url, headers, body }) as unknown as FastifyRequest;

describe('the command context of a request', () => {
  it('is a new command without an idempotency key', () => {
    const [one, other] = [requestContext(asked({})), requestContext(asked({}))];
    expect(one.commandId).not.toBe(other.commandId);
    expect(one).toMatchObject({
      requestHash: null,
      expectedVersion: undefined,
      correlationId: one.commandId,
    });
  });

  it('is the same command with the same key, and tells whether it is the same request', () => {
    const first = requestContext(asked({ 'idempotency-key': 'a' }));
    expect(requestContext(asked({ 'idempotency-key': 'a' }))).toEqual(first);
    for (const other of [
      asked({ 'idempotency-key': 'a' }, {}),
      asked({ 'idempotency-key': 'a' }, undefined, '/v2'),
    ]) {
      const { commandId, requestHash } = requestContext(other);
      expect(commandId).toBe(first.commandId);
      expect(requestHash).not.toBe(first.requestHash);
    }
    expect(requestContext(asked({ 'idempotency-key': 'b' })).commandId).not.toBe(first.commandId);
  });

  it('is the same request in whatever order its fields are written', () => {
    const one = asked({ 'idempotency-key': 'a' }, { text: 'x', more: { a: 1, b: [2, 3] } });
    const other = asked({ 'idempotency-key': 'a' }, { more: { b: [2, 3], a: 1 }, text: 'x' });
    expect(requestContext(one)).toEqual(requestContext(other));
  });

  it('is another request with other bytes, where the body is a file', () => {
    const [one, again, other] = ['a file', 'a file', 'another'].map((file) =>
      requestContext(asked({ 'idempotency-key': 'a' }, Buffer.from(file))),
    );
    expect(again).toEqual(one);
    expect(other!.requestHash).not.toBe(one!.requestHash);
  });

  it('gives away neither the key nor a short body by its hash', () => {
    const one = requestContext(asked({ 'idempotency-key': 'a' }));
    const other = requestContext(asked({ 'idempotency-key': 'b' }));
    expect(one.requestHash).not.toBe(other.requestHash);
  });

  it.each([
    ['"7"', 7],
    ['W/"7"', 7],
  ])('wants the version of If-Match: %s', (tag, version) => {
    expect(requestContext(asked({ 'if-match': tag })).expectedVersion).toBe(version);
  });

  it.each(['00-short-b7ad6b7169203331-01', 'nonsense', ''])(
    'begins a trace of its own when it is given %s',
    (traceparent) => {
      const { correlationId, commandId } = requestContext(asked({ traceparent }));
      expect(correlationId).toBe(commandId);
    },
  );
});
