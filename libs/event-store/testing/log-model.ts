import type { ClaimChange } from '#libs/event-sourcing';
import type { Planned } from './histories.js';

interface Held {
  readonly key: string;
  readonly stream: string;
  readonly from: string;
  readonly to: string;
}

/** What a log should know after some facts: the simplest thing that decides as the log must. */
export interface LogModel {
  readonly versions: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<string, string>;
  readonly ranges: readonly Held[];
}

export const emptyLog: LogModel = { versions: new Map(), keys: new Map(), ranges: [] };

/** Why a command must be refused now; undefined when it must be taken. */
export const refusalNow = (log: LogModel, command: Planned): string | undefined => {
  const wrong = command.find(({ stream, expected }) => {
    const version = log.versions.get(stream) ?? 0;
    if (expected === 'any') return false;
    return expected === 'exists' ? version === 0 : version !== (expected === 'noStream' ? 0 : expected);
  });
  if (wrong !== undefined) return `${wrong.stream} is not at ${wrong.expected}`;
  let after = released(log, command);
  for (const [stream, change] of takes(command)) {
    if (isTaken(after, stream, change)) return `${change.key} is taken`;
    after = withTake(after, stream, change);
  }
  return undefined;
};

/** The log after a command that it took. */
export const afterCommand = (log: LogModel, command: Planned): LogModel => {
  const versions = new Map(log.versions);
  for (const { stream, facts } of command) versions.set(stream, (versions.get(stream) ?? 0) + facts);
  const settled = takes(command).reduce(
    (after, [stream, change]) => withTake(after, stream, change),
    released(log, command),
  );
  return { ...settled, versions };
};

const takes = (command: Planned): (readonly [string, ClaimChange])[] => changes(command, 'take');

const changes = (command: Planned, action: string): (readonly [string, ClaimChange])[] =>
  command.flatMap(({ stream, claims }) =>
    claims.filter((change) => change.action === action).map((change) => [stream, change] as const),
  );

/** A part has one change at most, so what is released is never what the same part takes. */
const released = (log: LogModel, command: Planned): LogModel => {
  const gone = changes(command, 'release').map(([stream, { key }]) => `${key} ${stream}`);
  return {
    ...log,
    keys: new Map([...log.keys].filter(([key, stream]) => !gone.includes(`${key} ${stream}`))),
    ranges: log.ranges.filter(({ key, stream }) => !gone.includes(`${key} ${stream}`)),
  };
};

const isTaken = (log: LogModel, stream: string, { key, range }: ClaimChange): boolean =>
  range === undefined
    ? (log.keys.get(key) ?? stream) !== stream
    : log.ranges.some((held) => held.key === key && held.from < range.to && range.from < held.to);

const withTake = (log: LogModel, stream: string, { key, range }: ClaimChange): LogModel =>
  range === undefined
    ? { ...log, keys: new Map(log.keys).set(key, stream) }
    : { ...log, ranges: [...log.ranges, { key, stream, ...range }] };
