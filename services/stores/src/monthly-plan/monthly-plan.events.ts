import type { DomainEvent } from '#libs/event-sourcing';

export const UNITS = ['minor', 'count'] as const;

export interface Target {
  /** The name of a metric, such as `service-sales`. */
  readonly metric: string;
  /** Minor units of the store's currency, or pieces. */
  readonly unit: (typeof UNITS)[number];
  readonly value: number;
}

export type MonthlyPlanWritten = DomainEvent<
  'MonthlyPlanWritten',
  {
    storeId: string;
    /** `yyyy-mm`. */
    month: string;
    version: number;
    targets: readonly Target[];
    dueAt: string;
    /** Whether it was first written too late; writing it anew does not change that. */
    late: boolean;
  }
>;

export type MonthlyPlanEvent = MonthlyPlanWritten;
