import fc from 'fast-check';
import { claim, claimRange, release, type ClaimChange } from '#libs/event-sourcing';
import type { AppendRequest, Expected } from '../append-request.js';
import { derivedId } from '../command-context.js';
import { uuidv7 } from '../uuid.js';
import { earned } from './points.builders.js';

/** A history to try: commands, and who asks for which of them, in what order, with what accidents. */
export interface History {
  /** Its streams, keys and command ids are its own, so that many histories can be lived in one log. */
  readonly name: string;
  readonly commands: readonly Planned[];
  readonly steps: readonly Step[];
}

/** One command's appends; to several streams when it has several parts. */
export type Planned = readonly Part[];

export interface Part {
  readonly stream: string;
  readonly expected: Expected;
  readonly facts: number;
  readonly claims: readonly ClaimChange[];
}

export interface Step {
  readonly process: number;
  /** Index of the command; several steps with the same one are retries and doubles. */
  readonly command: number;
  readonly accident: 'none' | 'connections lost' | 'answer lost';
  readonly afterMs: number;
}

const instant = (hour: number): string => new Date(Date.UTC(2026, 2, 1, hour)).toISOString();

const change: fc.Arbitrary<ClaimChange> = fc.oneof(
  fc.constantFrom(
    claim('phone:1'),
    claim('phone:2'),
    release('phone:1'),
    release('phone:2'),
    release('room:1'),
  ),
  fc
    .tuple(fc.nat(6), fc.integer({ min: 1, max: 3 }))
    .map(([from, hours]) => claimRange('room:1', instant(from), instant(from + hours))),
);

const part: fc.Arbitrary<Part> = fc.record({
  stream: fc.constantFrom('points:1', 'points:2', 'points:3'),
  expected: fc.oneof(
    { weight: 3, arbitrary: fc.constant('any' as const) },
    { weight: 2, arbitrary: fc.constantFrom('exists' as const, 'noStream' as const) },
    { weight: 2, arbitrary: fc.nat(6) },
  ),
  facts: fc.integer({ min: 1, max: 3 }),
  claims: fc.oneof(fc.constant([]), fc.tuple(change)),
});

const planned: fc.Arbitrary<Planned> = fc.uniqueArray(part, {
  minLength: 1,
  maxLength: 2,
  selector: ({ stream }) => stream,
});

const step = (commands: number): fc.Arbitrary<Step> =>
  fc.record({
    process: fc.nat(2),
    command: fc.nat(commands - 1),
    accident: fc.oneof(
      { weight: 6, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom('connections lost' as const, 'answer lost' as const) },
    ),
    afterMs: fc.nat(4),
  });

export const histories: fc.Arbitrary<History> = fc
  .array(planned, { minLength: 5, maxLength: 40 })
  .chain((commands) =>
    fc.record({
      name: fc.constant('any').map(() => uuidv7()), // chance beside the seed: no two runs may share a name
      commands: fc.constant(commands),
      steps: fc.array(step(commands.length), { minLength: 20, maxLength: 70 }),
    }),
  );

export const commandIdOf = ({ name }: History, command: number): string => derivedId(name, String(command));

/** The append that a command asks for; its facts say which command and which fact of it they are. */
export const requestOf = (history: History, command: number): AppendRequest => {
  let fact = command * 100;
  return {
    context: { commandId: commandIdOf(history, command) },
    streams: history.commands[command]!.map(({ stream, expected, facts, claims }) => ({
      stream: `${stream}/${history.name}`,
      expected,
      claims: claims.map((one) => ({ ...one, key: `${one.key}/${history.name}` })),
      events: Array.from({ length: facts }, () => earned((fact += 1))),
    })),
  };
};

/** A name without what makes it this history's own. */
export const plainName = (name: string): string => name.slice(0, name.indexOf('/'));
