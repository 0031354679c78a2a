/** How long goods may be returned: the day of purchase is day 0, and the last day counts to its end, store time. */
export interface ReturnPolicy {
  readonly version: string;
  readonly days: number;
}

/** Seven days, as the handbooks have it (MP, 7-day return). */
export const sevenDays: ReturnPolicy = { version: 'return-window@1', days: 7 };
