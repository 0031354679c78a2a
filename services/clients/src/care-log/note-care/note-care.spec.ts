import { decisions } from '#libs/testing';
import { aCareNoted, hers } from '../../testing/client.builders.js';
import { careLog } from '../care-log.js';
import { NoteCare, noteCare } from './note-care.js';

const spec = decisions(careLog, noteCare(hers.envelope, 'sh-01'));
const noted = aCareNoted();
const { clientId, careId } = noted.data;
const asking = new NoteCare({
  ...{ clientId, careId, storeId: undefined, visitId: null },
  ...{ says: { feedback: 'good' }, caredAt: noted.occurredAt },
});

describe('noting a care', () => {
  it('adds an entry of her own store, sealed', () => {
    spec.given().when(asking).then(noted);
  });

  it('adds one of the store that cared for her', () => {
    spec
      .given(noted)
      .when(new NoteCare({ ...asking.data, careId: 'another', storeId: 'sh-02' }))
      .then({ ...noted, storeId: 'sh-02', data: { ...noted.data, careId: 'another' } });
  });

  it('adds nothing for the same entry again', () => {
    spec.given(noted).when(asking).thenNothing();
  });
});
