import fc from 'fast-check';
import type { Description, Operation } from './description.js';
import { draftsOf, type Draft } from './requests.js';
import type { Actor } from './sending.js';

interface Campaign {
  readonly requests: number;
  readonly seed: number;
}

/** What every service has is asked for less often. */
const shareOf = ({ path }: Operation): number => (path.startsWith('/v1/operations/') ? 1 : 10);

/** Requests of every operation in turn, so that what one makes others can ask about. */
export const draftsInTurn = (
  operations: readonly Operation[],
  { components }: Description,
  { requests, seed }: Campaign,
): Draft[] => {
  const share = requests / operations.reduce((sum, one) => sum + shareOf(one), 0);
  const drafts = operations.flatMap((operation, at) => {
    const numRuns = Math.ceil(shareOf(operation) * share);
    const samples = fc.sample(draftsOf(operation, components.schemas), { numRuns, seed: seed + at });
    return samples.map((draft, round) => ({ draft, turn: round / numRuns }));
  });
  return drafts.sort((one, other) => one.turn - other.turn).map(({ draft }) => draft);
};

export const senderOf = ({ operation, sender: { among, at } }: Draft, actors: readonly Actor[]): Actor => {
  const allowed = actors.filter(({ role }) => operation['x-roles']?.includes(role));
  const chosen = among === 'all' || allowed.length === 0 ? actors : allowed;
  return chosen[at % chosen.length]!;
};

/** Some at a time, in their order. */
export const allOf = async <One>(ones: readonly One[], atOnce: number, work: (one: One) => Promise<void>) => {
  const left = ones.values();
  const worker = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
