import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorded } from '#libs/event-sourcing';
import type { FreshLog, LogProcess } from '#libs/testing';
import type { AppendResult } from '../append-request.js';
import { ClaimTaken, WrongVersion } from '../errors.js';
import { plainName, requestOf, type History, type Step } from './histories.js';

/** What one asker was told, and when it asked and was told: places in one order of all that happened. */
export interface Answer {
  readonly command: number;
  readonly process: number;
  readonly asked: number;
  readonly told: number;
  readonly outcome: AppendResult | WrongVersion | ClaimTaken;
}

const LANES = 3;
const MOST_RETRIES = 30;

/** What a history left, with positions, streams and keys as if it had its log for itself. */
export interface Lived {
  readonly answers: readonly Answer[];
  readonly facts: readonly Recorded[];
  readonly claims: readonly { key: string; stream: string }[];
  readonly ranges: readonly { key: string; stream: string; from: string; to: string }[];
}

/** Lives a history, and tells what was answered and what is there afterwards. */
export const live = async (
  history: History,
  log: FreshLog,
  processes: readonly LogProcess[],
): Promise<Lived> => {
  const observer = log.process({ connections: 1 });
  const base = await observer.store.head();
  const answers = await answersOf(history, processes);
  const facts = await observer.store.readAll(base, 10_000);
  const claimed = (text: string): Promise<never[]> => log.query(text, [`%/${history.name}`]);
  return {
    answers: answers.map(({ outcome, ...answer }) => ({ ...answer, outcome: plain(outcome, base) })),
    facts: facts.map((fact) => ({ ...fact, stream: plainName(fact.stream), position: fact.position - base })),
    claims: (await claimed(CLAIMS)).map(plainClaim),
    ranges: (await claimed(RANGES)).map(plainClaim),
  };
};

const CLAIMS = 'select key, stream from claim where key like $1 order by key';
const RANGES =
  'select key, stream, from_at as "from", to_at as "to" from range_claim where key like $1 order by from_at';

const plainClaim = <Claim extends { key: string; stream: string }>(claim: Claim): Claim => ({
  ...claim,
  key: plainName(claim.key),
  stream: plainName(claim.stream),
});

const plain = (outcome: Answer['outcome'], base: number): Answer['outcome'] => {
  if (outcome instanceof Error) return outcome;
  const streams = outcome.streams.map(({ stream, version }) => ({ stream: plainName(stream), version }));
  return { ...outcome, position: outcome.position - base, streams };
};

/**
 * Asks as real processes do: each has three callers, who go through their steps one after the other. Whoever is
 * not told an answer asks again with the same command id, until it is told.
 */
const answersOf = async (history: History, processes: readonly LogProcess[]): Promise<Answer[]> => {
  const answers: Answer[] = [];
  const unheard: Promise<unknown>[] = [];
  let now = 0;

  const ask = async (process: number, step: Step): Promise<void> => {
    const asked = (now += 1);
    for (let tries = 1; ; tries += 1) {
      try {
        const outcome = await processes[process]!.store.append(requestOf(history, step.command)).catch(
          refusal,
        );
        answers.push({ command: step.command, process, asked, told: (now += 1), outcome });
        return;
      } catch (error) {
        if (tries === MOST_RETRIES) throw error;
        await sleep(1);
      }
    }
  };

  const take = async (step: Step): Promise<void> => {
    const { process, accident, afterMs } = step;
    if (accident === 'none') return ask(process, step);
    if (accident === 'answer lost') {
      unheard.push(processes[process]!.store.append(requestOf(history, step.command)).catch(() => undefined));
      await sleep(afterMs);
      return ask((process + 1) % processes.length, step);
    }
    const asking = ask(process, step);
    await sleep(afterMs);
    await processes[process]!.loseConnections();
    return asking;
  };

  const caller = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) await take(step);
  };
  const callers = processes.flatMap((_, process) => {
    const mine = history.steps.filter((step) => step.process === process);
    return Array.from({ length: LANES }, (__, lane) => mine.filter((___, at) => at % LANES === lane));
  });
  await Promise.all(callers.map(caller));
  await Promise.all(unheard);
  return answers;
};

const refusal = (error: unknown): WrongVersion | ClaimTaken => {
  if (error instanceof WrongVersion || error instanceof ClaimTaken) return error;
  throw error;
};
