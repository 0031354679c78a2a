import { decisions } from '#libs/testing';
import { aStoreChanged, aStoreOpened } from '../../testing/store.builders.js';
import { store } from '../store.js';
import { ChangeStore, changeStore } from './change-store.js';

const spec = decisions(store, changeStore);
const upgraded = aStoreChanged();
const upgrading = new ChangeStore({ ...upgraded.data, changedAt: upgraded.occurredAt });

describe('changing a store', () => {
  it('records what holds from which day, and why', () => {
    spec.given(aStoreOpened()).when(upgrading).then(upgraded);
  });

  it('changes nothing when that holds from that day already', () => {
    spec.given(aStoreOpened(), upgraded).when(upgrading).thenNothing();
  });

  it('decides anew what was decided otherwise in between', () => {
    const down = aStoreChanged({ changes: { grade: 'D' } });
    spec.given(aStoreOpened(), upgraded, down).when(upgrading).then(upgraded);
  });

  it('refuses a store nobody opened', () => {
    spec.given().when(upgrading).thenRefused('unknown-store');
  });
});
