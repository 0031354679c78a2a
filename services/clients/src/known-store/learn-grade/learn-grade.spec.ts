import { decisions } from '#libs/testing';
import { aStoreGradeLearned, aStoreLearned } from '../../testing/known-store.builders.js';
import type { StoreGradeLearned } from '../known-store.events.js';
import { gradeOn, knownStore } from '../known-store.js';
import { LearnGrade, learnGrade } from './learn-grade.js';

const spec = decisions(knownStore, learnGrade);
const opened = aStoreLearned();
const april = aStoreGradeLearned();
const told = ({ data, occurredAt: changedAt }: StoreGradeLearned) => new LearnGrade({ ...data, changedAt });

describe('learning that a store is of another grade', () => {
  it('keeps it with the day from which it holds', () => {
    spec.given(opened).when(told(april)).then(april);
  });

  it('learns nothing from hearing the same again, and takes what is said otherwise of the same day', () => {
    spec.given(opened, april).when(told(april)).thenNothing();
    const corrected = aStoreGradeLearned({ grade: 'D' });
    spec.given(opened, april).when(told(corrected)).then(corrected);
  });

  it('knows the grade of any day, in whatever order it was heard', () => {
    const may = aStoreGradeLearned({ effectiveFrom: '2026-05-01', grade: 'B' });
    const store = [may, april, opened].reduce(knownStore.evolve, knownStore.initial);
    const days = ['2026-03-31', '2026-04-01', '2026-05-01'];
    expect(days.map((day) => gradeOn(store, day))).toEqual(['C', 'AA', 'B']);
    expect(gradeOn(knownStore.initial, '2026-05-01')).toBeNull();
  });
});
