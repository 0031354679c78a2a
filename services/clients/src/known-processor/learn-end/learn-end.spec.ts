import { decisions } from '#libs/testing';
import { aProcessorEndLearned, aProcessorEngagementLearned } from '../../testing/known-processor.builders.js';
import { agreementOn, knownProcessor } from '../known-processor.js';
import { LearnEnd, learnEnd } from './learn-end.js';

const spec = decisions(knownProcessor, learnEnd);
const first = aProcessorEngagementLearned();
const ended = aProcessorEndLearned();
const { data, occurredAt: decidedAt } = ended;
const told = new LearnEnd({ ...data, decidedAt });

describe('learning that the work of a processor ends', () => {
  it('keeps until when, once, and ends nothing that was agreed since', () => {
    spec.given(first).when(told).then(ended);
    spec.given(first, ended).when(told).thenNothing();
    const anew = aProcessorEngagementLearned({ version: 3, effectiveFrom: '2026-06-01' });
    spec.given(first, ended, anew).when(told).thenNothing();
  });

  it('lets it work until that day', () => {
    const known = [first, ended].reduce(knownProcessor.evolve, knownProcessor.initial);
    expect(['2026-06-30', '2026-07-01'].map((day) => agreementOn(known, day)?.until)).toEqual([
      '2026-06-30',
      undefined,
    ]);
  });
});
