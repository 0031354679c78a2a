import type { Classes } from '../classify.js';

type Classed = Pick<Classes, 'frequency' | 'annualSpend' | 'vip'>;
type Names = Readonly<Record<string, number>>;

/** How many clients are of each class; each client once in each of the three. */
export interface ClassSizes {
  readonly clients: number;
  readonly frequency: Readonly<Record<Classed['frequency']['class'], number>>;
  readonly annualSpend: Names;
  readonly unclassed: number;
  readonly vip: number;
}

/** Every class of the policy is named, also where nobody is of it. */
export const nobodyYet = (annualSpend: readonly string[]): ClassSizes => ({
  clients: 0,
  frequency: { key: 0, potential: 0, low: 0 },
  annualSpend: Object.fromEntries(annualSpend.map((name) => [name, 0])),
  unclassed: 0,
  vip: 0,
});

export const withClient = (sizes: ClassSizes, { frequency, annualSpend, vip }: Classed): ClassSizes => ({
  clients: sizes.clients + 1,
  frequency: oneMore(sizes.frequency, frequency.class),
  annualSpend: annualSpend.class === null ? sizes.annualSpend : oneMore(sizes.annualSpend, annualSpend.class),
  unclassed: sizes.unclassed + (annualSpend.class === null ? 1 : 0),
  vip: sizes.vip + (vip.vip ? 1 : 0),
});

const oneMore = <Name extends string>(names: Readonly<Record<Name, number>>, name: Name) => ({
  ...names,
  [name]: (names[name] ?? 0) + 1,
});
