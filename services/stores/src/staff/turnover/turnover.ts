import { addDays, dayOf, daysBetween } from '#libs/calendar';
import type { Post } from '../staff.events.js';
import { assignedPost, type Place, type WorkRecord } from '../work-record.js';

/** The days of somebody in one store. */
interface Spell {
  readonly from: string;
  /** Her last day there; null while she works there. */
  readonly until: string | null;
  /** Why she left: the word that was given, or `moved` to other stores. */
  readonly because: string | null;
  /** As what she worked there in the end. */
  readonly post: Post;
}

export interface Figures {
  readonly atBeginning: number;
  readonly joined: number;
  readonly left: number;
  readonly atEnd: number;
  /** How many left for which reason. */
  readonly leftBecause: readonly { readonly reason: string; readonly left: number }[];
  /** Whole days that those who left had been there, on average; null when nobody left. */
  readonly averageDaysThere: number | null;
}

export interface Turnover {
  readonly everybody: Figures;
  readonly therapists: Figures;
}

/** Who came to a store and who left it in a period, the first and the last day too: 留住得力的美容師. */
export const turnoverOf = (
  records: readonly WorkRecord[],
  place: Place,
  period: { readonly from: string; readonly until: string },
): Turnover => {
  const spells = records.flatMap((record) => spellsOf(record, place));
  return {
    everybody: figuresOf(spells, period),
    therapists: figuresOf(
      spells.filter(({ post }) => post === 'therapist'),
      period,
    ),
  };
};

const figuresOf = (
  spells: readonly Spell[],
  { from, until }: { readonly from: string; readonly until: string },
): Figures => {
  const beganBefore = spells.filter((one) => one.from < from);
  const beganBy = spells.filter((one) => one.from <= until);
  const left = spells.filter((one) => one.until !== null && from <= one.until && one.until <= until);
  const reasons = [...new Set(left.map(({ because }) => because!))].sort();
  const days = left.reduce((sum, one) => sum + daysBetween(one.from, one.until!) + 1, 0);
  return {
    atBeginning: beganBefore.filter((one) => one.until === null || one.until >= from).length,
    joined: spells.filter((one) => from <= one.from && one.from <= until).length,
    left: left.length,
    atEnd: beganBy.filter((one) => one.until === null || one.until > until).length,
    leftBecause: reasons.map((reason) => ({
      reason,
      left: left.filter(({ because }) => because === reason).length,
    })),
    averageDaysThere: left.length === 0 ? null : Math.round(days / left.length),
  };
};

/** From each day on which something was decided, she works there or not. */
const spellsOf = (record: WorkRecord, place: Place): Spell[] => {
  const { hiredAt, leftAt, leftBecause, stores } = record;
  const dayThere = (instant: string): string => dayOf(instant, place.timeZone);
  const lastDay = leftAt === null ? null : dayThere(leftAt);
  const decided = [...new Set([hiredAt, ...stores.map(({ since }) => since)].map(dayThere))].sort();
  const postOf = (day: string): Post | undefined => assignedPost(record, place, day);
  const starts = decided.filter((day) => postOf(day) !== undefined && postOf(addDays(day, -1)) === undefined);
  return starts.map((from) => {
    const movedOn = decided.find((day) => day > from && postOf(day) === undefined);
    const moved = movedOn !== undefined && (lastDay === null || movedOn <= lastDay);
    const until = moved ? addDays(movedOn, -1) : lastDay;
    const because = until === null ? null : moved ? 'moved' : leftBecause;
    return { from, until, because, post: postOf(until ?? '9999-12-31')! };
  });
};
