import type { Classes } from '../classify.js';

/** What stands for clients who are below every class of a year's spending. */
export const NO_CLASS = 'no-class';

export interface WantedClasses {
  readonly frequency?: string | undefined;
  readonly annualSpend?: string | undefined;
  readonly vip?: boolean | undefined;
}

/** Of each class that is asked for; of whatever class where none is. */
export const isOfClasses = (
  { frequency, annualSpend, vip }: Pick<Classes, 'frequency' | 'annualSpend' | 'vip'>,
  wanted: WantedClasses,
): boolean =>
  isWanted(wanted.frequency, frequency.class) &&
  isWanted(wanted.annualSpend, annualSpend.class ?? NO_CLASS) &&
  isWanted(wanted.vip, vip.vip);

const isWanted = <Value>(wanted: Value | undefined, found: Value): boolean =>
  wanted === undefined || wanted === found;
