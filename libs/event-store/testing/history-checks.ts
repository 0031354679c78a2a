import type { Recorded } from '#libs/event-sourcing';
import type { AppendResult } from '../append-request.js';
import { commandIdOf, plainName, requestOf, type History } from './histories.js';
import type { Answer, Lived } from './living-histories.js';
import { afterCommand, emptyLog, refusalNow, type LogModel } from './log-model.js';

/** One command as it stands in the log, and the log before it. */
interface Stood {
  readonly command: number;
  readonly events: readonly Recorded[];
  readonly head: number;
  readonly before: LogModel;
}

/** What the log held at one moment: all up to a position. */
interface Moment {
  readonly head: number;
  readonly before: LogModel;
}

/** Everything that is wrong with what a log holds and what its askers were told; empty when nothing is. */
export const faultsOf = (history: History, { facts, answers, claims, ranges }: Lived): string[] => {
  const { stood, end } = standing(history, facts);
  const check = (answer: Answer): string[] =>
    answer.outcome instanceof Error
      ? faultsOfRefusal(history, [...stood, end], answers, answer)
      : faultsOfSuccess(stood, answers, answer, answer.outcome);
  return [
    ...facts.flatMap(({ position }, at) =>
      position === at + 1 ? [] : [`position ${position} at place ${at + 1}`],
    ),
    ...stood.flatMap((one) => faultsOfStood(history, one)),
    ...stood.flatMap((one) => (stood.find(same(one)) === one ? [] : [`#${one.command} stands twice`])),
    ...answers.flatMap(check),
    ...unless(equal(claims, claimsOf(end)), `claims are ${JSON.stringify(claims)}`),
    ...unless(equal(ranges, rangesOf(end)), `ranges are ${JSON.stringify(ranges)}`),
  ];
};

/** The log as its commands, and what must be true after all of them. */
const standing = (history: History, log: readonly Recorded[]): { stood: Stood[]; end: Moment } => {
  const numbers = new Map(history.commands.map((_, command) => [commandIdOf(history, command), command]));
  const stood: Stood[] = [];
  let before = emptyLog;
  for (let head = 0; head < log.length; head += stood.at(-1)!.events.length) {
    const { commandId } = log[head]!;
    const next = log.findIndex((event, at) => at > head && event.commandId !== commandId);
    const command = numbers.get(commandId)!;
    stood.push({ command, events: log.slice(head, next === -1 ? undefined : next), head, before });
    before = afterCommand(before, history.commands[command]!);
  }
  return { stood, end: { head: log.length, before } };
};

/** A command stands whole, in order, with the next versions, and only where the log before it allows it. */
const faultsOfStood = (history: History, { command, events, before }: Stood): string[] => {
  const versions = new Map(before.versions);
  const expected = requestOf(history, command).streams.flatMap(({ stream, events: facts }) =>
    facts.map(({ data }) => {
      const name = plainName(stream);
      versions.set(name, (versions.get(name) ?? 0) + 1);
      return { stream: name, version: versions.get(name), data };
    }),
  );
  const found = events.map(({ stream, version, data }) => ({ stream, version, data }));
  const refusal = refusalNow(before, history.commands[command]!);
  return [
    ...unless(equal(found, expected), `#${command} stands as ${JSON.stringify(found)}`),
    ...unless(refusal === undefined, `#${command} was taken although ${refusal ?? ''}`),
  ];
};

/** A refusal is never of what was done before, and has a reason at some moment while it was asked. */
const faultsOfRefusal = (
  { commands }: History,
  moments: readonly (Moment | Stood)[],
  answers: readonly Answer[],
  answer: Answer,
): string[] => {
  const { command } = answer;
  const done = moments.find((one): one is Stood => 'command' in one && one.command === command);
  const from = toldBefore(answers, answer);
  const until = Math.min(askedAfter(answers, answer), done === undefined ? Infinity : done.head + 1);
  const possible = moments.filter(({ head }) => head >= from && head < until);
  const reason = possible.find(({ before }) => refusalNow(before, commands[command]!) !== undefined);
  return [
    ...unless(done === undefined || positionOf(done) > from, `#${command} was done, then refused`),
    ...unless(
      reason !== undefined,
      `#${command} was refused for no reason: ${JSON.stringify(answer.outcome)}`,
    ),
  ];
};

const faultsOfSuccess = (
  stood: readonly Stood[],
  answers: readonly Answer[],
  answer: Answer,
  { position, streams, repeated }: AppendResult,
): string[] => {
  const done = stood.find(same(answer));
  if (done === undefined) return [`#${answer.command} was answered ${position} and is lost`];
  const versions = new Map(done.events.map(({ stream, version }) => [stream, version]));
  const expected = [...versions].map(([stream, version]) => ({ stream, version }));
  return [
    ...unless(position === positionOf(done), `#${answer.command} is at ${positionOf(done)}, not ${position}`),
    ...unless(equal(streams, expected), `#${answer.command} was answered ${JSON.stringify(streams)}`),
    ...unless(
      repeated || position > toldBefore(answers, answer),
      `#${answer.command} overtook what was told`,
    ),
  ];
};

const claimsOf = ({ before: { keys } }: Moment): object[] =>
  [...keys].map(([key, stream]) => ({ key, stream })).sort((a, b) => (a.key < b.key ? -1 : 1));
const rangesOf = ({ before: { ranges } }: Moment): object[] =>
  [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1));

const same =
  ({ command }: { command: number }) =>
  (other: { command: number }): boolean =>
    other.command === command;
const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);
const equal = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const positionOf = ({ head, events }: Stood): number => head + events.length;

/** Highest position that anybody was told before this was asked: the log had come at least so far. */
const toldBefore = (answers: readonly Answer[], { asked }: Answer): number =>
  Math.max(0, ...positions(answers.filter(({ told }) => told < asked)));

/** Lowest position that was appended for somebody who asked after this was told: the log had not come so far. */
const askedAfter = (answers: readonly Answer[], { told }: Answer): number =>
  Math.min(Infinity, ...positions(answers.filter(({ asked }) => asked > told).filter(isFirst)));

const isFirst = ({ outcome }: Answer): boolean => !(outcome instanceof Error) && !outcome.repeated;
const positions = (answers: readonly Answer[]): number[] =>
  answers.flatMap(({ outcome }) => (outcome instanceof Error ? [] : [outcome.position]));
