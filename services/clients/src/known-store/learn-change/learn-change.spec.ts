import { decisions } from '#libs/testing';
import {
  aStoreEntityLearned,
  aStoreGradeLearned,
  aStoreLearned,
} from '../../testing/known-store.builders.js';
import type { StoreEntityLearned, StoreGradeLearned } from '../known-store.events.js';
import { entityOn, gradeOn, isOneCompany, knownStore } from '../known-store.js';
import { LearnChange, learnChange } from './learn-change.js';

const spec = decisions(knownStore, learnChange);
const opened = aStoreLearned({ legalEntity: 'Liren' });
const april = aStoreGradeLearned();
const sold = aStoreEntityLearned();
const told = ({ data, occurredAt: changedAt }: StoreGradeLearned | StoreEntityLearned) =>
  new LearnChange({ ...data, changedAt });

describe('learning that a store is of another grade, or another’s', () => {
  it('keeps it with the day from which it holds', () => {
    spec.given(opened).when(told(april)).then(april);
    spec.given(opened).when(told(sold)).then(sold);
  });

  it('keeps both of one message, and of those what is new', () => {
    const both = new LearnChange({ ...april.data, ...sold.data, changedAt: april.occurredAt });
    spec.given(opened).when(both).then(april, sold);
    spec.given(opened, april).when(both).then(sold);
    spec.given(opened, sold).when(both).then(april);
  });

  it('learns nothing from hearing the same again, and takes what is said otherwise of the same day', () => {
    spec.given(opened, april, sold).when(told(april)).thenNothing();
    spec.given(opened, april, sold).when(told(sold)).thenNothing();
    const corrected = aStoreGradeLearned({ grade: 'D' });
    spec.given(opened, april).when(told(corrected)).then(corrected);
    const another = aStoreEntityLearned({ legalEntity: 'Yue' });
    spec.given(opened, sold).when(told(another)).then(another);
  });

  it('knows the grade of any day, in whatever order it was heard', () => {
    const may = aStoreGradeLearned({ effectiveFrom: '2026-05-01', grade: 'B' });
    const store = [may, april, opened].reduce(knownStore.evolve, knownStore.initial);
    const days = ['2026-03-31', '2026-04-01', '2026-05-01'];
    expect(days.map((day) => gradeOn(store, day))).toEqual(['C', 'AA', 'B']);
    expect(gradeOn(knownStore.initial, '2026-05-01')).toBeNull();
  });

  it('knows whose it is on any day, in whatever order it was heard', () => {
    const back = aStoreEntityLearned({ effectiveFrom: '2026-05-01', legalEntity: 'Liren' });
    const store = [back, sold, opened].reduce(knownStore.evolve, knownStore.initial);
    const days = ['2026-03-31', '2026-04-01', '2026-05-01'];
    expect(days.map((day) => entityOn(store, day))).toEqual(['Liren', 'Mei Franchise', 'Liren']);
  });

  it('does not know whose a store was that was learned before that was kept, until it is told', () => {
    const store = [aStoreLearned(), sold].reduce(knownStore.evolve, knownStore.initial);
    const days = ['2026-03-31', '2026-04-01'];
    expect(days.map((day) => entityOn(store, day))).toEqual([null, 'Mei Franchise']);
  });
});

describe('two stores', () => {
  it.each([
    ['Liren', 'Liren', true],
    ['Liren', 'Mei Franchise', false],
    ['', '', true], // nobody was named: as in a chain of one company
    ['', 'Liren', false],
    [null, 'Liren', false],
    [null, '', false],
    [null, null, false],
  ])('of %p and of %p are one company’s: %p', (entity, other, expected) => {
    expect(isOneCompany(entity, other)).toBe(expected);
    expect(isOneCompany(other, entity)).toBe(expected);
  });
});
