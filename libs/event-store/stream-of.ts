export const streamOf = (aggregate: { readonly category: string }, id: string): string =>
  `${aggregate.category}:${id}`;
