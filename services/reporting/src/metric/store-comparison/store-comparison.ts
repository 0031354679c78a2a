/** Sums of one store, or of all, over the days asked for. Money in minor units. */
export interface Figures {
  grossMinor: number;
  saleLines: number;
  returnsMinor: number;
  returnLines: number;
  netMinor: number;
  visits: number;
  /** Identified clients with a visit, each counted once. */
  clients: number;
  /** Gross per visit, rounded half up; 0 without visits. */
  averageTicketMinor: number;
  /** Points earned less points taken back. */
  pointsIssued: number;
  referralsRewarded: number;
  followUpsDone: number;
  followUpsMissed: number;
  complaintsOpened: number;
  complaintsBreached: number;
}

/** A sum as the ledger gives it. */
export interface MetricSum {
  readonly metric: string;
  readonly sum: number;
  /** Different clients among the deltas. */
  readonly clients: number;
}

export const figuresOf = (sums: readonly MetricSum[]): Figures => {
  const byMetric = new Map(sums.map((one) => [one.metric, one]));
  const sum = (metric: string): number => byMetric.get(metric)?.sum ?? 0;
  const [grossMinor, returnsMinor, visits] = [sum('gross'), sum('returns'), sum('visits')];
  return {
    grossMinor,
    saleLines: sum('sale-lines'),
    returnsMinor,
    returnLines: sum('return-lines'),
    netMinor: grossMinor - returnsMinor,
    visits,
    clients: byMetric.get('visits')?.clients ?? 0,
    averageTicketMinor: visits === 0 ? 0 : Math.floor((2 * grossMinor + visits) / (2 * visits)),
    pointsIssued: sum('points-issued'),
    referralsRewarded: sum('referrals-rewarded'),
    followUpsDone: sum('follow-ups-done'),
    followUpsMissed: sum('follow-ups-missed'),
    complaintsOpened: sum('complaints-opened'),
    complaintsBreached: sum('complaints-breached'),
  };
};
