import { DAY_MS, dice, idOf, openingAfter, OPENINGS } from './calendar.js';
import { clients, paidOf, visits, type LivedVisit } from './lived-month.js';

export interface LivedReturn {
  readonly returnId: string;
  readonly visit: LivedVisit;
  /** Without a quantity, all that is left of the line. */
  readonly lines: readonly { readonly lineId: string; readonly quantity?: number }[];
  /** The opening at which goods are brought back, and told. */
  readonly toldIn: number;
}

type Kind = 'all' | 'some' | 'in two parts' | 'too late';
type Dice = () => number;

/** What introduced clients do with the first visit they pay for: one in each store undoes it. */
const KIND_OF_FIRST = new Map<number, Kind>([
  [9, 'all'],
  [11, 'some'],
]);

const firstPaid = clients
  .filter(({ kind }) => kind === 'introduced')
  .map(({ clientId, number, at }) => {
    const first = visits.find((visit) => visit.clientId === clientId && paidOf(visit) > 0)!;
    return [first.visitId, at === 0 && number === 11 ? 'in two parts' : KIND_OF_FIRST.get(number)] as const;
  });
const kinds = new Map(firstPaid);

/** Goods of every sixth visit are brought back; some of them after the days for that are over. */
const kindOf = (visit: LivedVisit, throwDice: Dice): Kind | undefined => {
  const die = throwDice() * 24;
  if (paidOf(visit) === 0) return undefined;
  if (kinds.has(visit.visitId)) return kinds.get(visit.visitId);
  if (die < 1.5) return 'all';
  if (die < 2.5) return 'some';
  if (die < 3.5) return 'in two parts';
  return die < 4.5 ? 'too late' : undefined;
};

const returnsOf = (visit: LivedVisit, throwDice: Dice): LivedReturn[] => {
  const kind = kindOf(visit, throwDice);
  const [first, ...others] = visit.lines;
  const takenBack = (days: number, lines: LivedReturn['lines'], part = 1): LivedReturn[] => {
    const toldIn = openingAfter(visit.completedAt + days * DAY_MS);
    const returnId = idOf(`return ${part} of ${visit.visitId}`);
    return lines.length === 0 || toldIn < 0 ? [] : [{ returnId, visit, lines, toldIn }];
  };
  const onePiece = [{ lineId: first!.lineId, quantity: 1 }];
  const all = visit.lines.map(({ lineId }) => ({ lineId }));
  const rest = (first!.quantity > 1 ? visit.lines : others).map(({ lineId }) => ({ lineId }));
  switch (kind) {
    case 'all':
      return takenBack(throwDice() * (kinds.has(visit.visitId) ? 2 : 7), all);
    case 'some':
      return takenBack(throwDice() * 5, onePiece);
    case 'in two parts':
      return [...takenBack(throwDice(), onePiece), ...takenBack(2 + throwDice() * 2, rest, 2)];
    case 'too late':
      return takenBack(8 + throwDice() * 2, all);
    case undefined:
      return [];
  }
};

const throwDice = dice(77);
/** In the order in which they are told. */
export const returns: readonly LivedReturn[] = visits
  .flatMap((visit) => returnsOf(visit, throwDice))
  .sort((one, other) => one.toldIn - other.toldIn);

export const returnedAt = ({ toldIn }: LivedReturn): number => OPENINGS[toldIn]!;
