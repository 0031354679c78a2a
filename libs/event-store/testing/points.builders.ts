import type { Aggregate, ClaimChange, DomainEvent } from '#libs/event-sourcing';
import type { AppendRequest, Expected } from '../append-request.js';
import type { CommandContext } from '../command-context.js';
import { uuidv7 } from '../uuid.js';

export type PointsEvent =
  DomainEvent<'PointsEarned', { points: number }> | DomainEvent<'PointsRedeemed', { points: number }>;

export interface Points {
  readonly balance: number;
}

/** A member's points, as simple as an aggregate can be. */
export const points: Aggregate<Points, PointsEvent> = {
  category: 'points',
  initial: { balance: 0 },
  evolve: ({ balance }, { type, data }) => ({
    balance: type === 'PointsEarned' ? balance + data.points : balance - data.points,
  }),
};

export const NOON = '2026-03-01T12:00:00.000Z';

export const earned = (amount = 1): PointsEvent => ({
  type: 'PointsEarned',
  data: { points: amount },
  occurredAt: NOON,
});

export const redeemed = (amount = 1): PointsEvent => ({
  type: 'PointsRedeemed',
  data: { points: amount },
  occurredAt: NOON,
});

export const aCommand = (more: Partial<CommandContext> = {}): CommandContext => ({
  commandId: uuidv7(),
  ...more,
});

/** An append to one stream. */
export const toStream = (
  stream: string,
  {
    expected = 'any',
    events = [earned()],
    claims,
    context = aCommand(),
  }: {
    expected?: Expected;
    events?: readonly DomainEvent[];
    claims?: readonly ClaimChange[];
    context?: CommandContext;
  } = {},
): AppendRequest => ({ context, streams: [{ stream, expected, events, claims }] });

/** The error of a promise that must fail. */
export const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (result) => Promise.reject(new Error(`Nothing was refused: ${JSON.stringify(result)}.`)),
    (error: unknown) => error,
  );
