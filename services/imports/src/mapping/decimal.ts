/** An exact decimal number: `units` divided by ten to the power `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Longer ones are no prices and cost time. */
const DECIMAL = /^([+-]?)(\d{0,18})(?:\.(\d{0,18}))?$/;

/** `-1.50`, `.5`, `7.`; undefined for anything else, also for thousands that are set apart. */
export const decimalOf = (text: string): Decimal | undefined => {
  const [, sign, whole = '', part = ''] = DECIMAL.exec(text) ?? [];
  if (whole === '' && part === '') return undefined;
  return { units: BigInt(`${whole}${part}`) * (sign === '-' ? -1n : 1n), scale: part.length };
};

/**
 * The size of `times` × `amount` in minor units, rounded half up; never negative. Undefined above what a number
 * holds exactly.
 */
export const minorUnits = (amount: Decimal, times: number, digits: number): number | undefined => {
  const size =
    (amount.units < 0n ? -amount.units : amount.units) * BigInt(Math.abs(times)) * 10n ** BigInt(digits);
  const one = 10n ** BigInt(amount.scale);
  const rounded = Number((2n * size + one) / (2n * one));
  return Number.isSafeInteger(rounded) ? rounded : undefined;
};
