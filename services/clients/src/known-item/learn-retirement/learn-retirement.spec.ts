import { decisions } from '#libs/testing';
import { anItemLearned, anItemRetirementLearned } from '../../testing/known-item.builders.js';
import { knownItem } from '../known-item.js';
import { LearnRetirement, learnRetirement } from './learn-retirement.js';

const spec = decisions(knownItem, learnRetirement);
const retired = anItemRetirementLearned();
const told = new LearnRetirement({ ...retired.data, retiredAt: retired.occurredAt });

describe('learning that an item leaves the menu', () => {
  it('keeps from which day on', () => {
    spec.given(anItemLearned()).when(told).then(retired);
  });

  it('learns nothing from hearing it again', () => {
    spec.given(anItemLearned(), retired).when(told).thenNothing();
  });

  it('learns it anew of one that was offered again from that day', () => {
    const again = anItemLearned({ effectiveFrom: retired.data.effectiveFrom });
    spec.given(anItemLearned(), retired, again).when(told).then(retired);
  });
});
