import { decisions } from '#libs/testing';
import { aProcessorEnded, aProcessorEngaged } from '../../testing/processor.builders.js';
import { processor } from '../processor.js';
import { EndProcessor, endProcessor } from './end-processor.js';

const spec = decisions(processor, endProcessor);
const ending = (endedOn = '2026-06-30') => {
  const { data, occurredAt: decidedAt } = aProcessorEnded();
  return new EndProcessor({ processorId: data.processorId, reason: data.reason, endedOn, decidedAt });
};
const renewed = aProcessorEngaged(
  { agreementNumber: 'SH-2027-003', effectiveFrom: '2027-01-01', until: '2027-12-31' },
  2,
);

describe('ending the work of a processor', () => {
  it('is on a last day, once', () => {
    spec.given(aProcessorEngaged()).when(ending()).then(aProcessorEnded());
    spec.given(aProcessorEngaged(), aProcessorEnded()).when(ending()).thenNothing();
  });

  it('may be told to be earlier', () => {
    spec
      .given(aProcessorEngaged(), aProcessorEnded())
      .when(ending('2026-05-31'))
      .then(aProcessorEnded('2026-05-31', 3));
  });

  it('changes nothing on the day that was agreed, and voids what was agreed for later', () => {
    spec.given(aProcessorEngaged()).when(ending('2026-12-31')).thenNothing();
    spec
      .given(aProcessorEngaged(), renewed)
      .when(ending('2026-12-31'))
      .then(aProcessorEnded('2026-12-31', 3));
    const { agreed } = [aProcessorEngaged(), renewed, aProcessorEnded('2026-12-31', 3)].reduce(
      processor.evolve,
      processor.initial,
    );
    expect(agreed.map(({ lastDay }) => lastDay)).toEqual(['2026-12-31']);
  });

  it('voids what has not begun, by any day before it, and nothing that may have begun', () => {
    const ahead = aProcessorEngaged({ effectiveFrom: '2026-03-03' });
    for (const day of ['2026-03-02', '2025-01-01']) {
      spec.given(ahead).when(ending(day)).then(aProcessorEnded(day));
      const { agreed } = [ahead, aProcessorEnded(day)].reduce(processor.evolve, processor.initial);
      expect(agreed).toEqual([]);
    }
    for (const effectiveFrom of ['2026-03-01', '2026-03-02'])
      spec
        .given(aProcessorEngaged({ effectiveFrom }))
        .when(ending('2026-02-28'))
        .thenRefused('agreement-begun', { effectiveFrom });
  });

  it('is on a day on which something is agreed or later, with who was engaged', () => {
    spec.given(aProcessorEngaged()).when(ending('2027-01-01')).thenRefused('no-agreement-in-force');
    spec
      .given(aProcessorEngaged(), aProcessorEnded('2026-02-28'))
      .when(ending('2026-02-28'))
      .thenRefused('no-agreement-in-force');
    spec
      .given(aProcessorEngaged(), aProcessorEnded())
      .when(ending('2026-07-31'))
      .thenRefused('no-agreement-in-force');
    spec.given().when(ending()).thenRefused('unknown-processor');
  });
});
