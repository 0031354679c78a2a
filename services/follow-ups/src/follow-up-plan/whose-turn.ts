import type { FollowUpPlan } from './follow-up-plan.js';

/** A client who is one person with others, and her follow-ups. */
export interface OneOfHers {
  readonly clientId: string;
  readonly plan: FollowUpPlan;
}

/**
 * Of all who are one person, the one who is followed up: who came last; of several at one moment, any, and always the same.
 * The others wait, so that nobody calls her twice. Not one who was erased; undefined where none of them came.
 */
export const whoseTurn = (hers: readonly OneOfHers[]): string | undefined =>
  hers
    .filter(({ plan }) => !plan.ended)
    .flatMap(({ clientId, plan }) =>
      [...plan.visits.values()].map((came) => ({ clientId, came: Date.parse(came) })),
    )
    .reduce<{ clientId: string; came: number } | undefined>(
      (last, visit) =>
        last === undefined ||
        visit.came > last.came ||
        (visit.came === last.came && visit.clientId < last.clientId)
          ? visit
          : last,
      undefined,
    )?.clientId;
