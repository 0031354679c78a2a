import { placeOf } from './heard.js';
import type { PartitionEnd } from './transport.js';

/** Why not all of a topic has had its effect. */
export type Unheard = 'not-heard' | 'parked';

interface Places {
  /** Where the partitions ended when it was asked. */
  readonly before: readonly PartitionEnd[];
  /** How far they were heard since. */
  readonly heard: readonly PartitionEnd[];
  /** Where they ended after that. */
  readonly after: readonly PartitionEnd[];
}

/**
 * Topics of which something was not heard that was there before. What was heard beyond its end was heard of a topic that
 * has been made anew since, of which nobody knows what was heard.
 */
export const notHeardOf = ({ before, heard, after }: Places): string[] => {
  const [reached, ends] = [heard, after].map(
    (places) => new Map(places.map((place) => [placeOf(place), place.nextOffset])),
  );
  const isHeard = (end: PartitionEnd): boolean => {
    const at = reached!.get(placeOf(end)) ?? 0;
    return end.nextOffset <= at && at <= (ends!.get(placeOf(end)) ?? 0);
  };
  return [...new Set(before.filter((end) => !isHeard(end)).map(({ topic }) => topic))];
};
