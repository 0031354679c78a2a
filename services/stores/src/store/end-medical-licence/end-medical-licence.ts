import { scheduledAfter, type Effective } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { changed } from '../changed.js';
import type { StoreChanged, StoreEvent } from '../store.events.js';
import { known, type OpenedStore, type Store } from '../store.js';

export class EndMedicalLicence {
  constructor(readonly data: Omit<StoreChanged['data'], 'changes'> & { readonly endedAt: string }) {}
}

/**
 * From a day on a store has no medical licence: it was suspended, withdrawn or given back. While one is recorded that counts
 * from a later day, that one ends first: nothing comes into force again without somebody saying so.
 */
export const endMedicalLicence: Decide<EndMedicalLicence, Store, StoreEvent> = ({ data }, state) => {
  const { endedAt, ...change } = data;
  const opened = known(data.storeId, state);
  const later = scheduledAfter(licencesOf(opened), null, data.effectiveFrom);
  if (later !== undefined) {
    const sentence = 'A licence is recorded from a later day: end that one first, from its day.';
    throw new Rejection('licence-from-later', sentence, { effectiveFrom: later });
  }
  return changed(opened, { ...change, changes: { medicalLicence: null } }, endedAt);
};

const licencesOf = ({ changes }: OpenedStore): readonly Effective[] =>
  changes.flatMap(({ effectiveFrom, changes: { medicalLicence: value } }) =>
    value === undefined ? [] : [{ storeId: null, effectiveFrom, value }],
  );
