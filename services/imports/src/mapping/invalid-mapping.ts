import type { z } from 'zod';

export interface MappingFault {
  /** Such as `rules[2].reason`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** A mapping file that cannot be used; the message lists every fault. */
export class InvalidMapping extends Error {
  override readonly name = 'InvalidMapping';
  readonly code = 'invalid-mapping';

  constructor(readonly faults: readonly MappingFault[]) {
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    super([`The mapping has ${count}:`, ...faults.map(lineOf)].join('\n'));
  }
}

const lineOf = ({ path, message }: MappingFault): string => `- ${path || 'the mapping'}: ${message}`;

/** Says plainly what zod says as "expected string, received undefined". */
export const sayFault: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') return `has no ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  return undefined;
};

export const faultsOf = (error: z.ZodError): MappingFault[] =>
  error.issues.map(({ path, message }) => ({ path: textOf(path), message }));

const textOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
