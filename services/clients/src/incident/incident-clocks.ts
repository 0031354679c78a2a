import type { DueClock } from './incident.events.js';
import type { KnownIncident } from './incident.js';

export const STANDINGS = ['due', 'overdue', 'kept', 'late', 'none'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface RunningClock extends DueClock {
  readonly standing: Standing;
}

/** How each clock stands: the first telling of the authority stops it, and what was no incident has none. */
export const clocksOf = (
  { clocks, tellings, closed }: Pick<KnownIncident, 'clocks' | 'tellings' | 'closed'>,
  now: string,
): RunningClock[] => {
  const toldAt = tellings
    .filter(({ to }) => to === 'authority')
    .map((telling) => telling.toldAt)
    .sort()[0];
  const standingOf = (dueAt: string): Standing => {
    if (toldAt !== undefined) return toldAt <= dueAt ? 'kept' : 'late';
    if (closed !== null) return 'none';
    return now <= dueAt ? 'due' : 'overdue';
  };
  return clocks.map(({ clock, dueAt }) => ({ clock, dueAt, standing: standingOf(dueAt) }));
};
