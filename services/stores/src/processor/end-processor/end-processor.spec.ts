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

  it('is on a day on which something is agreed, with who was engaged', () => {
    for (const day of ['2026-02-28', '2027-01-01'])
      spec.given(aProcessorEngaged()).when(ending(day)).thenRefused('no-agreement-in-force');
    spec
      .given(aProcessorEngaged(), aProcessorEnded())
      .when(ending('2026-07-31'))
      .thenRefused('no-agreement-in-force');
    spec.given().when(ending()).thenRefused('unknown-processor');
  });
});
