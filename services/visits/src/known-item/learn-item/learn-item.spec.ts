import { decisions } from '#libs/testing';
import { anItemLearned } from '../../testing/known.builders.js';
import type { ItemLearned } from '../known-item.events.js';
import { knownItem, subjectOn } from '../known-item.js';
import { LearnItem, learnItem } from './learn-item.js';

const spec = decisions(knownItem, learnItem);
const told = ({ data, occurredAt: offeredAt }: ItemLearned) => new LearnItem({ ...data, offeredAt });
const medical = anItemLearned();
const care = anItemLearned({ effectiveFrom: '2026-05-01', medicalSubject: null });

describe('learning what kind of treatment an item is', () => {
  it('keeps it with the day from which it holds, of care too', () => {
    spec.given().when(told(medical)).then(medical);
    spec.given().when(told(care)).then(care);
  });

  it('learns nothing from hearing the same again, and takes what is said otherwise of the same day', () => {
    spec.given(medical, care).when(told(medical)).thenNothing();
    const corrected = anItemLearned({ medicalSubject: 'cosmetic-surgery' });
    spec.given(medical, care).when(told(corrected)).then(corrected);
    const item = [medical, corrected].reduce(knownItem.evolve, knownItem.initial);
    expect(subjectOn(item, '2026-03-01')).toBe('cosmetic-surgery');
  });

  it('knows what it is on a day, in whatever order it was heard', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'];
    for (const heard of [
      [medical, care],
      [care, medical],
    ]) {
      const item = heard.reduce(knownItem.evolve, knownItem.initial);
      const subject = 'cosmetic-dermatology';
      expect(days.map((day) => subjectOn(item, day))).toEqual([null, subject, subject, null]);
    }
  });
});
