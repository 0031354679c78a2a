import { decisions } from '#libs/testing';
import { aLicenceEnded, aLicenceRecorded, aStoreOpened } from '../../testing/store.builders.js';
import { store } from '../store.js';
import type { StoreChanged } from '../store.events.js';
import { RecordMedicalLicence, recordMedicalLicence } from './record-medical-licence.js';

const spec = decisions(store, recordMedicalLicence);
const told = ({ data: { changes, ...change }, occurredAt: recordedAt }: StoreChanged) =>
  new RecordMedicalLicence({ ...change, licence: changes.medicalLicence!, recordedAt });
const first = aLicenceRecorded();

describe('recording a medical licence of a store', () => {
  it('counts from a day on, and does so again when it is renewed or given back', () => {
    spec.given(aStoreOpened()).when(told(first)).then(first);
    const renewed = aLicenceRecorded({ effectiveFrom: '2027-01-01', until: '2027-12-31' });
    spec.given(aStoreOpened(), first).when(told(renewed)).then(renewed);
    spec
      .given(aStoreOpened(), first, aLicenceEnded({ effectiveFrom: '2026-01-01' }))
      .when(told(first))
      .then(first);
  });

  it('changes nothing when it counts from that day already', () => {
    spec.given(aStoreOpened(), first).when(told(first)).thenNothing();
  });

  it('refuses one that ends before it counts, and a store nobody opened', () => {
    const late = told(aLicenceRecorded({ effectiveFrom: '2027-01-01' }));
    spec.given(aStoreOpened()).when(late).thenRefused('licence-ends-first', { until: '2026-12-31' });
    spec.given().when(told(first)).thenRefused('unknown-store');
  });
});
