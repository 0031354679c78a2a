import type { MedicalLicence } from '#contracts/stores/medical';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { changed } from '../changed.js';
import type { StoreChanged, StoreEvent } from '../store.events.js';
import { known, type Store } from '../store.js';

export class RecordMedicalLicence {
  constructor(
    readonly data: Pick<StoreChanged['data'], 'storeId' | 'effectiveFrom' | 'reason'> & {
      readonly licence: MedicalLicence;
      readonly recordedAt: string;
    },
  ) {}
}

/** A store has a medical licence from a day on: a first one, a renewed one, or one that counts again. */
export const recordMedicalLicence: Decide<RecordMedicalLicence, Store, StoreEvent> = ({ data }, state) => {
  const { recordedAt, licence: medicalLicence, ...change } = data;
  const opened = known(data.storeId, state);
  const { until } = medicalLicence;
  if (until < data.effectiveFrom) {
    throw new Rejection('licence-ends-first', 'The licence ends before the day from which it is to count.', {
      until,
    });
  }
  return changed(opened, { ...change, changes: { medicalLicence } }, recordedAt);
};
