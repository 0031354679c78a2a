import { decisions } from '#libs/testing';
import { aProcessorEndLearned, aProcessorEngagementLearned } from '../../testing/known-processor.builders.js';
import type { KnownProcessorEvent, ProcessorEngagementLearned } from '../known-processor.events.js';
import { agreementOn, knownProcessor } from '../known-processor.js';
import { LearnEngagement, learnEngagement } from './learn-engagement.js';

const spec = decisions(knownProcessor, learnEngagement);
const first = aProcessorEngagementLearned();
const change = aProcessorEngagementLearned({ version: 2, effectiveFrom: '2026-05-01', country: 'SG' });
const told = ({ data, occurredAt: engagedAt }: ProcessorEngagementLearned) =>
  new LearnEngagement({ ...data, engagedAt });

describe('learning what is agreed with a processor', () => {
  it('keeps what is told of it, in its order', () => {
    spec.given().when(told(first)).then(first);
    spec.given(first).when(told(change)).then(change);
  });

  it('learns nothing from hearing of it again, after it was ended either', () => {
    spec.given(first).when(told(first)).thenNothing();
    spec.given(first, aProcessorEndLearned()).when(told(first)).thenNothing();
    spec.given(first, aProcessorEndLearned()).when(told(change)).thenNothing();
  });

  it('knows what holds on any day', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01', '2026-12-31', '2027-01-01'];
    const countries = (...facts: KnownProcessorEvent[]) => {
      const known = facts.reduce(knownProcessor.evolve, knownProcessor.initial);
      return days.map((day) => agreementOn(known, day)?.country);
    };
    expect(countries(first, change)).toEqual([undefined, 'CN', 'CN', 'SG', 'SG', undefined]);
    const ended = aProcessorEndLearned('2026-04-30', 3);
    expect(countries(first, change, ended)).toEqual([undefined, 'CN', 'CN', undefined, undefined, undefined]);
  });
});
