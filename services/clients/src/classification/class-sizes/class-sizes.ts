import { unlessSmall, unlessSmallOf } from '../../client/small-groups.js';
import type { Classes } from '../classify.js';

type Classed = Pick<Classes, 'frequency' | 'annualSpend' | 'vip'>;

/** How many clients are of each class; each client once in each of the three. */
export interface ClassSizes<Size = number> {
  readonly clients: Size;
  readonly frequency: Readonly<Record<Classed['frequency']['class'], Size>>;
  readonly annualSpend: Readonly<Record<string, Size>>;
  readonly unclassed: Size;
  readonly vip: Size;
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

/** What may be told of them where no client may be recognised. */
export const withoutSmall = (sizes: ClassSizes): ClassSizes<number | null> => {
  const { clients, frequency, annualSpend, unclassed, vip } = sizes;
  const [unclassedTold, ...spend] = unlessSmallOf([unclassed, ...Object.values(annualSpend)]);
  return {
    clients: unlessSmall(clients),
    frequency: sized(frequency, unlessSmallOf(Object.values(frequency))),
    annualSpend: sized(annualSpend, spend),
    unclassed: unclassedTold!,
    vip: unlessSmallOf([vip, clients - vip])[0]!,
  };
};

const sized = <Name extends string>(
  names: Readonly<Record<Name, number>>,
  sizes: readonly (number | null)[],
) => {
  const entries = Object.keys(names).map((name, at) => [name, sizes[at]!] as const);
  return Object.fromEntries(entries) as Record<Name, number | null>;
};
