import { inWords } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { KnownStoreEvent, LicenceLearned } from '../known-store.events.js';
import type { KnownStore } from '../known-store.js';

export class LearnLicence {
  constructor(readonly data: LicenceLearned['data'] & { readonly changedAt: string }) {}
}

/** What is said of a day again and is the same teaches nothing. */
export const learnLicence: Decide<LearnLicence, KnownStore, KnownStoreEvent> = ({ data }, { licences }) => {
  const { changedAt: occurredAt, ...learned } = data;
  const before = licences.find(({ effectiveFrom }) => effectiveFrom === learned.effectiveFrom);
  if (before !== undefined && inWords(before.licence) === inWords(learned.licence)) return [];
  return [{ type: 'LicenceLearned', occurredAt, storeId: learned.storeId, data: learned }];
};
