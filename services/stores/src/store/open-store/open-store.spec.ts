import { decisions } from '#libs/testing';
import { store } from '../store.js';
import { aStoreOpened } from '../../testing/store.builders.js';
import { OpenStore, openStore } from './open-store.js';

const spec = decisions(store, openStore);
const opening = aStoreOpened();
const open = new OpenStore({ ...opening.data, occurredAt: opening.occurredAt });

describe('opening a store', () => {
  it('opens a store with its zone, currency, legal entity and grade', () => {
    spec.given().when(open).then(opening);
  });

  it('refuses a store id that is open already', () => {
    spec.given(opening).when(open).thenRefused('store-already-open');
  });
});
