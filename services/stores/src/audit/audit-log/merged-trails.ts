import type { AuditEntry, AuditTrail } from '#libs/service';

export interface TrailOf<Name extends string> extends Pick<AuditTrail, 'entries' | 'upTo' | 'lookedUntil'> {
  readonly service: Name;
}

export type EntryOf<Name extends string> = AuditEntry & { readonly service: Name };

export interface Merged<Name extends string> {
  readonly items: EntryOf<Name>[];
  /** Position in each log up to which everything has been given. */
  readonly reached: Readonly<Record<Name, number>>;
  /** Whether there is more to ask for. */
  readonly more: boolean;
}

/**
 * Parts of several trails as one, in the order they were recorded. Nothing is given that is later than where some part
 * ends, for what follows there may be earlier.
 */
export const mergedTrails = <Name extends string>(
  trails: readonly TrailOf<Name>[],
  limit: number,
): Merged<Name> => {
  const horizon = trails
    .map(({ lookedUntil }) => lookedUntil)
    .filter((until) => until !== null)
    .sort()[0];
  const items = trails
    .flatMap(({ service, entries }) => entries.map((entry) => ({ ...entry, service })))
    .filter(({ recordedAt }) => horizon === undefined || recordedAt <= horizon)
    .sort(inOrder)
    .slice(0, limit);
  const reached = Object.fromEntries(
    trails.map((trail) => [trail.service, reachedIn(trail, items)]),
  ) as Record<Name, number>;
  const more = trails.some(
    ({ service, upTo, lookedUntil }) => lookedUntil !== null || reached[service] < upTo,
  );
  return { items, reached, more };
};

const inOrder = (one: EntryOf<string>, other: EntryOf<string>): number =>
  one.recordedAt.localeCompare(other.recordedAt) ||
  one.service.localeCompare(other.service) ||
  one.position - other.position;

/** Up to just before its first entry that is not given; all of it when every entry is. */
const reachedIn = (
  { service, entries, upTo }: TrailOf<string>,
  given: readonly EntryOf<string>[],
): number => {
  const last = given.filter((entry) => entry.service === service).at(-1)?.position ?? 0;
  const next = entries.find(({ position }) => position > last);
  return next === undefined ? upTo : next.position - 1;
};
