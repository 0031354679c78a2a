import { decisions } from '#libs/testing';
import {
  aProcessorEnded,
  aProcessorEngaged,
  aProcessorFindingSettled,
  aProcessorInspected,
} from '../../testing/processor.builders.js';
import { processor } from '../processor.js';
import { InspectProcessor, inspectProcessor } from './inspect-processor.js';

const spec = decisions(processor, inspectProcessor);
const inspecting = (inspectedOn = '2026-03-01', findings: readonly string[] = []) => {
  const { data, occurredAt: recordedAt } = aProcessorInspected(inspectedOn, findings);
  return new InspectProcessor({ ...data, recordedAt });
};

describe('inspecting a processor (PIPL 21)', () => {
  it('says what was not in order that day, once', () => {
    const found = aProcessorInspected('2026-03-01', ['keys-shared', 'no-access-log']);
    spec
      .given(aProcessorEngaged())
      .when(inspecting('2026-03-01', ['no-access-log', 'keys-shared']))
      .then(found);
    spec
      .given(aProcessorEngaged(), found)
      .when(inspecting('2026-03-01', ['no-access-log', 'keys-shared']))
      .thenNothing();
  });

  it('is what was told last of a day; what was settled stays settled', () => {
    const [first, settled] = [
      aProcessorInspected('2026-03-01', ['no-access-log']),
      aProcessorFindingSettled(),
    ];
    const more = aProcessorInspected('2026-03-01', ['keys-shared', 'no-access-log']);
    spec
      .given(aProcessorEngaged(), first, settled)
      .when(inspecting('2026-03-01', ['keys-shared', 'no-access-log']))
      .then(more);
    const { inspections } = [aProcessorEngaged(), first, settled, more].reduce(
      processor.evolve,
      processor.initial,
    );
    const open = inspections[0]!.findings.filter((one) => one.settled === null);
    expect(open.map(({ finding }) => finding)).toEqual(['keys-shared']);
  });

  it('is of who was engaged by then, after the end, too, and not yet to come', () => {
    spec.given().when(inspecting()).thenRefused('unknown-processor');
    const later = aProcessorEngaged({ effectiveFrom: '2026-03-02' });
    spec.given(later).when(inspecting()).thenRefused('not-engaged-yet');
    const over = [aProcessorEngaged(), aProcessorEnded('2026-03-01')] as const;
    spec
      .given(...over)
      .when(inspecting('2026-03-02'))
      .then(aProcessorInspected('2026-03-02'));
    spec.given(aProcessorEngaged()).when(inspecting('2026-03-03')).thenRefused('in-the-future');
  });
});
