import { PERSONALITIES } from '#contracts/clients/file-sections';
import { unlessSmall, unlessSmallOf } from '../../client/small-groups.js';

export type Personality = (typeof PERSONALITIES)[number];

export interface Told {
  readonly storeId: string;
  readonly personalities: readonly Personality[];
}

export interface PersonalitySizes {
  readonly storeId: string;
  /** Of whom any is known; null where that are too few. */
  readonly clients: number | null;
  readonly personalities: Readonly<Record<Personality, number | null>>;
}

/** By store, what may be told; a client who is of several types counts for each of them. */
export const personalitySizes = (told: readonly Told[]): PersonalitySizes[] => {
  const known = told.filter(({ personalities }) => personalities.length > 0);
  return [...new Set(known.map(({ storeId }) => storeId))].sort().map((storeId) => {
    const hers = known.filter((one) => one.storeId === storeId);
    return {
      storeId,
      clients: unlessSmall(hers.length),
      personalities: toldOf(hers),
    };
  });
};

const toldOf = (hers: readonly Told[]): PersonalitySizes['personalities'] => {
  const sizes = PERSONALITIES.map((type) => ({ type, size: sizeOf(hers, type) }));
  const told = sizes
    .filter(({ size }) => unlessSmallOf([size, hers.length - size])[0] !== null)
    .sort((one, other) => other.size - one.size);
  // Most are of one type: who is of none that is told can be had by subtraction.
  while (told.length > 0 && isFew(ofNone(hers, told))) told.pop();
  const sizeTold = (type: Personality): number | null => told.find((one) => one.type === type)?.size ?? null;
  return Object.fromEntries(
    PERSONALITIES.map((type) => [type, sizeTold(type)]),
  ) as PersonalitySizes['personalities'];
};

const sizeOf = (hers: readonly Told[], type: Personality): number =>
  hers.filter(({ personalities }) => personalities.includes(type)).length;

const ofNone = (hers: readonly Told[], told: readonly { readonly type: Personality }[]): number =>
  hers.filter(({ personalities }) => !told.some(({ type }) => personalities.includes(type))).length;

const isFew = (clients: number): boolean => clients > 0 && unlessSmall(clients) === null;
