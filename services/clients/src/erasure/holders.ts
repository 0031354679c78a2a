import type { Disclosure } from '../reading/reading.answers.js';

/** Somebody outside the chain who was given her data. */
export interface Holder {
  readonly recipient: string;
  /** Where it works for the salon, and is to be told to erase it; null for a third party, who answers for it itself. */
  readonly processorId: string | null;
  readonly lastGivenAt: string;
}

/** Each once, in the order in which they were first given something; a processor by the name it had last. */
export const holdersOf = (disclosures: readonly Disclosure[]): Holder[] => {
  const holders = new Map<string, Holder>();
  for (const { at: lastGivenAt, recipient, processorId = null } of disclosures)
    holders.set(processorId === null ? `third-party ${recipient}` : `processor ${processorId}`, {
      ...{ recipient, processorId, lastGivenAt },
    });
  return [...holders.values()];
};
