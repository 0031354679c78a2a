import type { NotedLine } from '../noted-visit/noted-visit.events.js';
import type { ServedVisit } from './owner-on.js';

interface Noted {
  readonly id: string;
  readonly kind: 'visit' | 'return';
  readonly happenedOn: string;
  readonly lines: readonly NotedLine[];
}

/** Visits with who served; returning goods is no visit. */
export const servedVisits = (history: readonly Noted[]): ServedVisit[] =>
  history
    .filter(({ kind }) => kind === 'visit')
    .map(({ id, happenedOn, lines }) => ({ visitId: id, on: happenedOn, staffId: servedMost(lines) }))
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

/** Who served what she paid most for; of equals, who stands first on the bill. */
const servedMost = (lines: readonly NotedLine[]): string | null => {
  const amounts = new Map<string, number>();
  for (const { staffId, amountMinor } of lines)
    if (staffId !== null) amounts.set(staffId, (amounts.get(staffId) ?? 0) + amountMinor);
  const [most] = [...amounts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
};
