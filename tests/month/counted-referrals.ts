import { localDay } from './calendar.js';
import { goodsTakenBack } from './counted-goods.js';
import { introductions, type LivedIntroduction } from './lived-introductions.js';
import { paidOf, visits, type LivedVisit } from './lived-month.js';

/** By the introduced client: who introduced her first. */
const introducers = new Map<string, string>();

const hasPaidBefore = ({ introducedId, toldIn }: LivedIntroduction): boolean =>
  visits.some((visit) => visit.clientId === introducedId && paidOf(visit) > 0 && visit.toldIn < toldIn);

const isTaken = (introduction: LivedIntroduction): boolean => {
  const { introducerId, introducedId } = introduction;
  if (introducerId === introducedId) return false;
  const known = introducers.get(introducedId);
  if (known !== undefined) return known === introducerId;
  if (hasPaidBefore(introduction)) return false;
  introducers.set(introducedId, introducerId);
  return true;
};
const taken = new Set(introductions.filter(isTaken));
export const isRefused = (introduction: LivedIntroduction): boolean => !taken.has(introduction);
export const introducedClients: readonly string[] = [...introducers.keys()];

/** Both are rewarded, or it is taken back from both. */
export interface CountedReward {
  readonly introducedId: string;
  readonly storeId: string;
  readonly on: string;
  readonly by: 1 | -1;
}

/** The first visit she pays for rewards; when it is undone, that is taken back, and the next one she pays for rewards. */
export const rewards: readonly CountedReward[] = introducedClients.flatMap((introducedId) => {
  const happened = [
    ...visits
      .filter((visit) => visit.clientId === introducedId && paidOf(visit) > 0)
      .map((visit) => ({ visit, toldIn: visit.toldIn, undoneOn: null })),
    ...goodsTakenBack
      .filter(({ told, undoesVisit }) => told.visit.clientId === introducedId && undoesVisit)
      .map(({ told, returnedOn: undoneOn }) => ({ visit: told.visit, toldIn: told.toldIn, undoneOn })),
  ].sort((one, other) => one.toldIn - other.toldIn); // of one opening, visits before returns
  let rewarded: LivedVisit | undefined;
  return happened.flatMap(({ visit, undoneOn }): CountedReward[] => {
    const { storeId, timeZone, completedAt } = visit;
    if (undoneOn === null && rewarded === undefined) {
      rewarded = visit;
      return [{ introducedId, storeId, on: localDay(completedAt, timeZone), by: 1 }];
    }
    if (undoneOn === null || visit !== rewarded) return [];
    rewarded = undefined;
    return [{ introducedId, storeId, on: undoneOn, by: -1 }];
  });
});
