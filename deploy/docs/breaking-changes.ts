/** As much of a JSON Schema as tells what listeners rely on. */
export interface PromisedShape {
  readonly properties?: Readonly<Record<string, PromisedShape>>;
  readonly required?: readonly string[];
  readonly items?: PromisedShape;
  readonly [keyword: string]: unknown;
}

const STRUCTURE = ['properties', 'required', 'items', 'additionalProperties', 'description', 'title', '$id'];

/**
 * Where a shape no longer keeps what another one promised. A new field breaks nothing: listeners pass over what they do
 * not know. A field that is gone, may be missing, or says something else needs a new version of its contract.
 */
export const breakingChanges = (promised: PromisedShape, now: PromisedShape, at = 'data'): string[] => {
  if (rest(promised) !== rest(now)) return [`${at} is of another kind`];
  const missing = (promised.required ?? []).filter((field) => !now.required?.includes(field));
  const fields = Object.entries(promised.properties ?? {}).flatMap(([field, shape]) => {
    const found = now.properties?.[field];
    return found === undefined ? [`${at}.${field} is gone`] : breakingChanges(shape, found, `${at}.${field}`);
  });
  const items =
    promised.items === undefined ? [] : breakingChanges(promised.items, now.items ?? {}, `${at}[]`);
  return [
    ...missing
      .filter((field) => field in (now.properties ?? {}))
      .map((field) => `${at}.${field} may be missing`),
    ...fields,
    ...items,
  ];
};

/** Everything a shape says that is not made of other shapes, the order of its words aside. */
const rest = (shape: PromisedShape): string =>
  JSON.stringify(
    Object.entries(shape)
      .filter(([keyword]) => !STRUCTURE.includes(keyword))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
