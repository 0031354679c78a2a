import { addDays, dayOf, weekdayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Duty, RotaEvent, Shift } from '../rota.events.js';
import { faultsOf, instantsOf, type Circumstances, type Planned } from '../rota-faults.js';
import type { Rota } from '../rota.js';

export class PublishRota {
  constructor(
    readonly data: {
      readonly storeId: string;
      readonly week: string;
      readonly shifts: readonly Shift[];
      readonly duties: readonly Duty[];
      readonly reason: string | null;
      /** The version she has seen; 0 when there was none. */
      readonly basedOn: number;
      readonly publishedAt: string;
    },
  ) {}
}

/** What is published holds: it respects when the store is open, who works there, and who is away. */
export const publishRota =
  (circumstances: Circumstances, policyVersion: string | null): Decide<PublishRota, Rota, RotaEvent> =>
  ({ data }, { versions }) => {
    const { publishedAt: occurredAt, basedOn, ...planned } = data;
    const { storeId, week, shifts, duties } = planned;
    const { timeZone } = circumstances.store.opening;
    checkWeek(week, dayOf(occurredAt, timeZone));
    const last = versions.at(-1);
    if (last !== undefined && saysTheSame(last, planned)) return [];
    if (basedOn !== versions.length) throw changedMeanwhile(versions.length);
    const faults = faultsOf({ shifts, duties }, circumstances);
    if (faults.length > 0) {
      throw new Rejection('rota-cannot-be', 'Some of it cannot be: see what is wrong with whose day.', {
        faults: faults.slice(0, MOST_SHOWN),
      });
    }
    const former = [...new Set(last?.shifts.map(({ staffId }) => staffId) ?? [])];
    const timed = shifts.map((shift) => ({ ...shift, ...instantsOf(shift, timeZone) }));
    const version = versions.length + 1;
    return [
      {
        ...{ type: 'RotaPublished', occurredAt, storeId, policyVersion },
        data: { ...planned, version, shifts: timed, former },
      },
    ];
  };

const MOST_SHOWN = 50;

const checkWeek = (week: string, today: string): void => {
  if (weekdayOf(week) !== 1) {
    throw new Rejection('not-a-monday', 'A week is named by its Monday.', { week });
  }
  if (addDays(week, 6) < today) {
    throw new Rejection('week-is-over', 'What was worked in a week that is over stays as it is.', { week });
  }
};

const changedMeanwhile = (version: number): Rejection =>
  new Rejection(
    'rota-changed-meanwhile',
    'Another version was published meanwhile: read it, then publish what follows it.',
    { version },
  );

const saysTheSame = (one: Planned, other: Planned): boolean => inWords(one) === inWords(other);

/** The same for the same plan, in whatever order it was written. */
const inWords = ({ shifts, duties }: Planned): string =>
  [
    ...shifts.map(({ staffId, day, from, until }) => [staffId, day, from, until].join()),
    ...duties.map(({ staffId, day, duty }) => [staffId, day, duty].join()),
  ]
    .sort()
    .join('\n');
