/**
 * Something decided for the chain, or for one store in its place, from a day on. Kept in the order it was decided;
 * a null value takes back what stood before.
 */
export interface Effective<Value = unknown> {
  /** Null for the whole chain. */
  readonly storeId: string | null;
  /** The first day, `yyyy-mm-dd`, in the time zone of the store it is asked for. */
  readonly effectiveFrom: string;
  readonly value: Value | null;
}

/** Of those that have begun, the one that began last; of one day, the one decided last. */
export const latest = <Entry extends { readonly effectiveFrom: string }>(
  entries: readonly Entry[],
  on: string,
): Entry | undefined =>
  entries
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .reduce<Entry | undefined>(
      (best, entry) => (best === undefined || entry.effectiveFrom >= best.effectiveFrom ? entry : best),
      undefined,
    );

/** What holds in a store on a day: its own, or the chain's. Undefined when nothing was decided, or all was taken back. */
export const inForce = <Entry extends Effective>(
  entries: readonly Entry[],
  storeId: string | null,
  on: string,
): Entry | undefined => {
  const scopes = storeId === null ? [null] : [storeId, null];
  return scopes
    .map((scope) =>
      latest(
        entries.filter((entry) => entry.storeId === scope),
        on,
      ),
    )
    .find((entry) => entry !== undefined && entry.value !== null);
};

/**
 * The first later day from which a scope has something of its own again, as it stands decided. Whoever takes back what holds
 * before is refused while there is one: it would come back on that day without anybody saying so.
 */
export const scheduledAfter = (
  entries: readonly Effective[],
  storeId: string | null,
  day: string,
): string | undefined => {
  const later = entries.filter((entry) => entry.storeId === storeId && entry.effectiveFrom > day);
  const standing = new Map(later.map(({ effectiveFrom, value }) => [effectiveFrom, value]));
  return [...standing].flatMap(([from, value]) => (value === null ? [] : [from])).sort()[0];
};

/** Whether an entry would change nothing: the same was decided for this day and scope, and nothing else since. */
export const alreadyDecided = (
  entries: readonly Effective[],
  { storeId, effectiveFrom, value }: Effective,
): boolean => {
  const standing = entries.findLast(
    (entry) => entry.storeId === storeId && entry.effectiveFrom === effectiveFrom,
  );
  return standing !== undefined && inWords(standing.value) === inWords(value);
};

/** Parts of a value by name, each in words that are equal when the parts are. */
export type Parts = ReadonlyMap<string, string>;

export interface Deviation {
  readonly storeId: string;
  /** The first day of it. */
  readonly day: string;
  readonly part: string;
}

/**
 * Where what holds in one store says otherwise, or not at all, what the chain holds fixed that day: 個性化源於標準化. Each part of
 * each store once, for the first day.
 */
export const deviations = <Entry extends Effective>(
  entries: readonly Entry[],
  fixedOf: (chain: Entry) => Parts,
  partsOf: (own: Entry) => Parts,
): Deviation[] => {
  const days = [...new Set(entries.map(({ effectiveFrom }) => effectiveFrom))].sort();
  const stores = new Set(entries.flatMap(({ storeId }) => storeId ?? []));
  const found = new Map<string, Deviation>();
  const held = (storeId: string | null, day: string): Entry | undefined => {
    const entry = latest(
      entries.filter((one) => one.storeId === storeId),
      day,
    );
    return entry?.value === null ? undefined : entry;
  };
  for (const day of days) {
    const chain = held(null, day);
    if (chain === undefined) continue;
    for (const storeId of stores) {
      const own = held(storeId, day);
      if (own === undefined) continue;
      const parts = partsOf(own);
      for (const [part, words] of fixedOf(chain)) {
        const place = `${storeId} ${part}`;
        if (parts.get(part) !== words && !found.has(place)) found.set(place, { storeId, day, part });
      }
    }
  }
  return [...found.values()];
};

/** The same for the same value, in whatever order its fields were written. */
export const inWords = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
