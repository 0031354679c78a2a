import { decisions } from '#libs/testing';
import { aStoreLearned } from '../../testing/known-store.builders.js';
import { knownStore } from '../known-store.js';
import { LearnStore, learnStore } from './learn-store.js';

const spec = decisions(knownStore, learnStore);
const learned = aStoreLearned();
const told = new LearnStore({ ...learned.data, openedAt: learned.occurredAt });

describe('learning of a store', () => {
  it('keeps of which grade it was opened', () => {
    spec.given().when(told).then(learned);
  });

  it('keeps in which time zone its days are', () => {
    const there = aStoreLearned({ timeZone: 'Asia/Shanghai' });
    const told = new LearnStore({ ...there.data, openedAt: there.occurredAt });
    spec.given().when(told).then(there);
    expect(knownStore.evolve(knownStore.initial, there).timeZone).toBe('Asia/Shanghai');
  });

  it('keeps what is paid in there', () => {
    const there = aStoreLearned({ currency: 'USD' });
    spec
      .given()
      .when(new LearnStore({ ...there.data, openedAt: there.occurredAt }))
      .then(there);
    expect(knownStore.evolve(knownStore.initial, there).currency).toBe('USD');
    expect(knownStore.evolve(knownStore.initial, learned).currency).toBeNull();
  });

  it('keeps whose it is, also when nobody is named', () => {
    for (const legalEntity of ['Liren', '']) {
      const hers = aStoreLearned({ legalEntity });
      spec
        .given()
        .when(new LearnStore({ ...hers.data, openedAt: hers.occurredAt }))
        .then(hers);
      expect(knownStore.evolve(knownStore.initial, hers).openedBy).toBe(legalEntity);
    }
    expect(knownStore.evolve(knownStore.initial, learned).openedBy).toBeNull();
  });

  it('learns nothing from hearing of it again', () => {
    spec.given(learned).when(told).thenNothing();
  });
});
