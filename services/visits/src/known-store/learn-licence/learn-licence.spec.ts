import { decisions } from '#libs/testing';
import { aLicenceLearned } from '../../testing/known.builders.js';
import { aStoreLearned } from '../../testing/visit.builders.js';
import type { LicenceLearned } from '../known-store.events.js';
import { knownStore, licenceOn } from '../known-store.js';
import { LearnLicence, learnLicence } from './learn-licence.js';

const spec = decisions(knownStore, learnLicence);
const told = ({ data, occurredAt: changedAt }: LicenceLearned) => new LearnLicence({ ...data, changedAt });
const first = aLicenceLearned();
const suspended = aLicenceLearned({ effectiveFrom: '2026-06-01', licence: null });
const back = aLicenceLearned({ effectiveFrom: '2026-07-01' });

describe('learning what a store may treat', () => {
  it('keeps it with the day from which it holds, and that it has no licence any more', () => {
    spec.given(aStoreLearned()).when(told(first)).then(first);
    spec.given(aStoreLearned(), first).when(told(suspended)).then(suspended);
    spec.given().when(told(suspended)).then(suspended);
  });

  it('learns nothing from hearing the same again, and takes what is said otherwise of the same day', () => {
    spec.given(first, suspended).when(told(first)).thenNothing();
    spec.given(first, suspended).when(told(suspended)).thenNothing();
    const corrected = aLicenceLearned({ licence: { subjects: ['cosmetic-surgery'], until: '2026-12-31' } });
    spec.given(first, suspended).when(told(corrected)).then(corrected);
  });

  it('knows what holds on a day, in whatever order it was heard, before the store itself or after', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-06-01', '2026-06-30', '2026-07-01'];
    const { licence } = first.data;
    for (const heard of [
      [aStoreLearned(), first, suspended, back],
      [back, aStoreLearned(), suspended, first],
    ]) {
      const store = heard.reduce(knownStore.evolve, knownStore.initial);
      expect(store.place).toEqual(aStoreLearned().data);
      expect(days.map((day) => licenceOn(store, day))).toEqual([null, licence, null, null, licence]);
    }
  });
});
