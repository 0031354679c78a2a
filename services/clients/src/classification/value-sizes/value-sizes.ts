import { unlessSmall, unlessSmallOf } from '../../client/small-groups.js';
import type { ABC } from '../abc.js';

export interface ValueSizes<Size = number> {
  readonly clients: Size;
  readonly paidMinor: Size;
  /** The one that paid most comes first. */
  readonly classes: readonly {
    readonly class: (typeof ABC)[number];
    readonly clients: Size;
    readonly paidMinor: Size;
  }[];
  /** How many it takes to bring 80 % of what was paid, who paid most first. */
  readonly clientsFor80Percent: Size;
  /** Null where nothing was paid. */
  readonly shareOfClientsFor80Percent: number | null;
}

/** What may be told of them where no client may be recognised. */
export const withoutSmall = (sizes: ValueSizes): ValueSizes<number | null> => {
  const told = unlessSmallOf(sizes.classes.map(({ clients }) => clients));
  const clients = unlessSmall(sizes.clients);
  const are80PercentTold = unlessSmallOf(betweenCuts(sizes)).every((size) => size !== null);
  return {
    clients,
    paidMinor: clients === null ? null : sizes.paidMinor,
    classes: sizes.classes.map((one, at) =>
      told[at] === null ? { ...one, clients: null, paidMinor: null } : one,
    ),
    clientsFor80Percent: are80PercentTold ? sizes.clientsFor80Percent : null,
    shareOfClientsFor80Percent: are80PercentTold ? sizes.shareOfClientsFor80Percent : null,
  };
};

/** Those who bring 80 % may end within a class: how many are of it and bring them, and how many not, can be had by subtraction. */
const betweenCuts = ({ classes, clientsFor80Percent }: ValueSizes): number[] => {
  let upTo = 0;
  const ends = classes.map(({ clients }) => (upTo += clients));
  const cuts = [...new Set([...ends, clientsFor80Percent])].sort((one, other) => one - other);
  return cuts.map((cut, at) => cut - (cuts[at - 1] ?? 0));
};
