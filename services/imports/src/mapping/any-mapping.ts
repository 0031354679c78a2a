import { clientsMapping, type ClientsMapping } from './clients-mapping.js';
import { InvalidMapping, faultsOf, sayFault } from './invalid-mapping.js';
import { mapping, type Mapping } from './mapping.js';

/** How a file is read: bills of the past, unless it says clients. */
export type AnyMapping = Mapping | ClientsMapping;

/** Throws `InvalidMapping` with every fault at once. */
export const parseMapping = (json: unknown): AnyMapping => {
  const isOfClients = (json as { kind?: unknown } | null)?.kind === 'clients';
  const parsed = (isOfClients ? clientsMapping : mapping).safeParse(json, { error: sayFault });
  if (parsed.success) return parsed.data;
  throw new InvalidMapping(faultsOf(parsed.error));
};

export const parseMappingText = (text: string): AnyMapping => {
  try {
    return parseMapping(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidMapping([{ path: '', message: `is no JSON: ${error.message}` }]);
  }
};
