import { dice, openingAfter, STORES } from './calendar.js';
import { clients, visits } from './lived-month.js';

export interface LivedIntroduction {
  readonly introducerId: string;
  readonly introducedId: string;
  readonly storeId: string;
  readonly toldIn: number;
}

const regular = (at: number, number: number) =>
  clients.find((one) => one.at === at % 3 && one.number === number)!;

/** Before she first comes, by a regular client, of another store as often as not. */
const first = STORES.flatMap(({ storeId }, at) => {
  const throwDice = dice(at + 91);
  return clients
    .filter((one) => one.at === at && one.kind !== 'regular')
    .map(({ clientId: introducedId, number }) => {
      const { clientId: introducerId } = regular(at + Math.floor(throwDice() * 3), number - 5);
      const comes = visits.find(({ clientId }) => clientId === introducedId);
      const toldIn =
        comes === undefined ? 12 : openingAfter(comes.completedAt) - 1 - Math.floor(throwDice() * 3);
      return { number, introducerId, introducedId, storeId, toldIn };
    });
});

/** The same again; by somebody else; one who has paid before; herself. */
const pointless = STORES.flatMap(({ storeId }, at) => {
  const [told] = first.filter((one) => one.storeId === storeId && one.number === 10);
  const [known, other] = [regular(at, 0).clientId, regular(at, 1).clientId];
  return [
    { ...told!, toldIn: told!.toldIn + 1 },
    { ...told!, introducerId: other, toldIn: told!.toldIn + 2 },
    { introducerId: other, introducedId: known, storeId, toldIn: 14 + at },
    { introducerId: known, introducedId: known, storeId, toldIn: 3 + at },
  ];
});

/** In the order in which they are told. */
export const introductions: readonly LivedIntroduction[] = [...first, ...pointless].sort(
  (one, other) => one.toldIn - other.toldIn,
);
