import { decisions } from '#libs/testing';
import { aProcessorEnded, aProcessorEngaged, anAgreement } from '../../testing/processor.builders.js';
import type { Agreement } from '../processor.events.js';
import { processor } from '../processor.js';
import { EngageProcessor, engageProcessor } from './engage-processor.js';

const spec = decisions(processor, engageProcessor);
const { data, occurredAt: engagedAt } = aProcessorEngaged();
const engaging = (agreement: Partial<Agreement> = {}) =>
  new EngageProcessor({ processorId: data.processorId, agreement: anAgreement(agreement), engagedAt });
const next = { agreementNumber: 'SH-2027-003', effectiveFrom: '2027-01-01', until: '2027-12-31' };

describe('engaging who handles data for the salon (PIPL 21)', () => {
  it('records what is agreed, once', () => {
    spec.given().when(engaging()).then(aProcessorEngaged());
    spec.given(aProcessorEngaged()).when(engaging()).thenNothing();
  });

  it('is changed under its own number, from a day on', () => {
    const more = { effectiveFrom: '2026-05-01', kinds: ['contact', 'preferences'] } as const;
    spec.given(aProcessorEngaged()).when(engaging(more)).then(aProcessorEngaged(more, 2));
    const corrected = { measures: 'Encrypted, deleted after 30 days' };
    spec.given(aProcessorEngaged()).when(engaging(corrected)).then(aProcessorEngaged(corrected, 2));
  });

  it('is renewed under another number from the day after its last, told before or after', () => {
    spec.given(aProcessorEngaged()).when(engaging(next)).then(aProcessorEngaged(next, 2));
    const earlier = { agreementNumber: 'SH-2025-009', effectiveFrom: '2025-03-01', until: '2026-02-28' };
    spec.given(aProcessorEngaged()).when(engaging(earlier)).then(aProcessorEngaged(earlier, 2));
  });

  it('holds on no day on which another number does', () => {
    const overlap = { agreementNumber: 'SH-2026-041', from: '2026-03-01', until: '2026-12-31' };
    for (const days of [
      { effectiveFrom: '2026-12-31', until: '2027-12-31' },
      { effectiveFrom: '2025-01-01', until: '2026-03-01' },
      { effectiveFrom: '2026-04-01', until: '2026-04-01' },
      { effectiveFrom: '2025-01-01', until: '2027-12-31' },
    ])
      spec
        .given(aProcessorEngaged())
        .when(engaging({ ...next, ...days }))
        .thenRefused('agreements-overlap', overlap);
    spec
      .given(aProcessorEngaged(), aProcessorEngaged(next, 2))
      .when(engaging({ effectiveFrom: '2026-06-01', until: '2027-01-01' }))
      .thenRefused('agreements-overlap', { agreementNumber: 'SH-2027-003' });
  });

  it('makes way for another number where a change let it end earlier', () => {
    const shorter = aProcessorEngaged({ effectiveFrom: '2026-06-01', until: '2026-06-30' }, 2);
    const early = { ...next, effectiveFrom: '2026-07-01' };
    spec.given(aProcessorEngaged(), shorter).when(engaging(early)).then(aProcessorEngaged(early, 3));
  });

  it('is not agreed once more for the days after it was ended, and anew from then on', () => {
    const ended = spec.given(aProcessorEngaged(), aProcessorEnded());
    ended.when(engaging()).thenNothing(); // told twice
    ended.when(engaging({ measures: 'Others' })).thenRefused('agreement-ended', { endedOn: '2026-06-30' });
    const until = { until: '2026-06-30', measures: 'Others' };
    ended.when(engaging(until)).then(aProcessorEngaged(until, 3));
    const anew = { effectiveFrom: '2026-07-01' };
    ended.when(engaging(anew)).then(aProcessorEngaged(anew, 3));
  });

  it('is agreed anew where it was voided before it began', () => {
    const voided = aProcessorEnded('2026-02-28');
    spec.given(aProcessorEngaged(), voided).when(engaging()).then(aProcessorEngaged({}, 3));
  });

  it('does not end before it begins', () => {
    spec
      .given()
      .when(engaging({ until: '2026-02-28' }))
      .thenRefused('ends-before-it-begins');
  });
});
