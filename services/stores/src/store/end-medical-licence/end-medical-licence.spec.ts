import { decisions } from '#libs/testing';
import { aLicenceEnded, aLicenceRecorded, aStoreOpened } from '../../testing/store.builders.js';
import { store } from '../store.js';
import { EndMedicalLicence, endMedicalLicence } from './end-medical-licence.js';

const spec = decisions(store, endMedicalLicence);
const ended = aLicenceEnded();
const { changes: _none, ...change } = ended.data;
const ending = new EndMedicalLicence({ ...change, endedAt: ended.occurredAt });
const licensed = [aStoreOpened(), aLicenceRecorded()] as const;
const renewed = aLicenceRecorded({ effectiveFrom: '2027-01-01', until: '2027-12-31' });

describe('ending a medical licence of a store', () => {
  it('leaves it without from a day on, once', () => {
    spec
      .given(...licensed)
      .when(ending)
      .then(ended);
    spec
      .given(...licensed, ended)
      .when(ending)
      .thenNothing();
  });

  it('lets no renewal that was recorded before bring it back unsaid', () => {
    const context = { effectiveFrom: '2027-01-01' };
    spec
      .given(...licensed, renewed)
      .when(ending)
      .thenRefused('licence-from-later', context);
    const given = aLicenceEnded({ effectiveFrom: '2027-01-01' });
    spec
      .given(...licensed, renewed, given)
      .when(ending)
      .then(ended);
    spec
      .given(...licensed, renewed, given, renewed)
      .when(ending)
      .thenRefused('licence-from-later', context);
  });

  it('refuses a store nobody opened', () => {
    spec.given().when(ending).thenRefused('unknown-store');
  });
});
