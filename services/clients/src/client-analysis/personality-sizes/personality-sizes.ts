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
    const sizeOf = (type: Personality): number | null => {
      const ofType = hers.filter(({ personalities }) => personalities.includes(type)).length;
      return unlessSmallOf([ofType, hers.length - ofType])[0]!;
    };
    const sizes = PERSONALITIES.map((type) => [type, sizeOf(type)] as const);
    return {
      storeId,
      clients: unlessSmall(hers.length),
      personalities: Object.fromEntries(sizes) as PersonalitySizes['personalities'],
    };
  });
};
