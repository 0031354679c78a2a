/** Of the people whom a fact names together, such as all whom an incident affects, those who ask: the others are no business of hers. */
export const onlyHers = <Data extends Readonly<Record<string, unknown>>>(
  data: Data,
  clientIds: readonly string[],
): Data => {
  const { clientIds: named } = data as { clientIds?: readonly string[] };
  return named === undefined ? data : { ...data, clientIds: named.filter((id) => clientIds.includes(id)) };
};
