import { addDays } from '#libs/calendar';
import { latest } from '#libs/effective';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type {
  Agreement,
  ProcessorDataReturned,
  ProcessorEvent,
  ProcessorFindingSettled,
} from './processor.events.js';

export interface Agreed {
  readonly effectiveFrom: string;
  /** The last day: as agreed, or earlier where it was ended. */
  readonly lastDay: string;
  /** Null while nobody ended it before its time. */
  readonly endReason: string | null;
  readonly agreement: Agreement;
}

export interface Finding {
  readonly finding: string;
  /** Null while it is open. */
  readonly settled: Pick<ProcessorFindingSettled['data'], 'settledOn' | 'shownBy'> | null;
}

export interface Inspection {
  readonly inspectedOn: string;
  readonly by: string;
  readonly findings: readonly Finding[];
}

export type DataReturn = Omit<ProcessorDataReturned['data'], 'processorId'>;

/** Somebody outside the chain who handles data of clients for it, as agreed (PIPL 21). */
export interface Processor {
  /** Of what was told last; 0 before it was engaged. */
  readonly version: number;
  /** In the order agreed. */
  readonly agreed: readonly Agreed[];
  /** One of a day. */
  readonly inspections: readonly Inspection[];
  /** One of a day. */
  readonly returns: readonly DataReturn[];
}

export const processor: Aggregate<Processor, ProcessorEvent> = {
  category: 'processor',
  initial: { version: 0, agreed: [], inspections: [], returns: [] },
  evolve: (before, { type, data }) => {
    switch (type) {
      case 'ProcessorEngaged': {
        const { version, agreement } = data;
        const { effectiveFrom, until: lastDay } = agreement;
        return {
          ...before,
          version,
          agreed: [...before.agreed, { effectiveFrom, lastDay, endReason: null, agreement }],
        };
      }
      case 'ProcessorEnded': {
        const { version, endedOn, reason: endReason } = data;
        const begun = before.agreed.filter(({ effectiveFrom }) => effectiveFrom <= endedOn);
        const agreed = begun.map((one) =>
          one.lastDay > endedOn ? { ...one, lastDay: endedOn, endReason } : one,
        );
        return { ...before, version, agreed };
      }
      case 'ProcessorInspected': {
        const { inspectedOn, by } = data;
        const same = before.inspections.find((one) => one.inspectedOn === inspectedOn);
        const findings = data.findings.map((finding) => ({
          finding,
          settled: same?.findings.find((one) => one.finding === finding)?.settled ?? null,
        }));
        const others = before.inspections.filter((one) => one !== same);
        return { ...before, inspections: [...others, { inspectedOn, by, findings }] };
      }
      case 'ProcessorFindingSettled': {
        const { inspectedOn, finding, settledOn, shownBy } = data;
        const settle = (one: Finding): Finding =>
          one.finding === finding ? { ...one, settled: { settledOn, shownBy } } : one;
        const inspections = before.inspections.map((one) =>
          one.inspectedOn === inspectedOn ? { ...one, findings: one.findings.map(settle) } : one,
        );
        return { ...before, inspections };
      }
      case 'ProcessorDataReturned': {
        const { returnedOn, how, shownBy } = data;
        const others = before.returns.filter((one) => one.returnedOn !== returnedOn);
        return { ...before, returns: [...others, { returnedOn, how, shownBy }] };
      }
    }
  },
};

/** What was agreed last for a day, whether it is over by then or not; undefined before the first. */
export const agreedBy = ({ agreed }: Pick<Processor, 'agreed'>, day: string): Agreed | undefined =>
  latest(agreed, day);

/** Refuses for who was never engaged. */
export const checkEngaged = (processorId: string, { version }: Processor): void => {
  if (version > 0) return;
  throw new Rejection(
    'unknown-processor',
    'There is no processor with this id.',
    { processorId },
    'not-found',
  );
};

/** The same, also where nothing had been agreed by a day yet. */
export const agreedUpTo = (processorId: string, state: Processor, day: string): Agreed => {
  checkEngaged(processorId, state);
  const agreed = agreedBy(state, day);
  if (agreed !== undefined) return agreed;
  throw new Rejection('not-engaged-yet', 'On that day nothing had been agreed with it yet.', {
    ...{ processorId, day },
  });
};

/** Whether a day has come, or may have: clocks go wrong, and in the east it is a day before it is in UTC. */
export const mayHaveCome = (day: string, now: string): boolean => day <= addDays(now.slice(0, 10), 1);

/** Refuses a day that is yet to come. */
export const checkHappened = (day: string, now: string): void => {
  if (mayHaveCome(day, now)) return;
  throw new Rejection('in-the-future', 'What is recorded must have happened already.', { given: day });
};
