import { decisions } from '#libs/testing';
import {
  aProcessorEngaged,
  aProcessorFindingSettled,
  aProcessorInspected,
} from '../../testing/processor.builders.js';
import type { ProcessorFindingSettled } from '../processor.events.js';
import { processor } from '../processor.js';
import { SettleProcessorFinding, settleFinding } from './settle-finding.js';

const spec = decisions(processor, settleFinding);
const found = [aProcessorEngaged(), aProcessorInspected('2026-03-01', ['no-access-log'])] as const;
const settling = (told: Partial<ProcessorFindingSettled['data']> = {}) => {
  const { data, occurredAt: recordedAt } = aProcessorFindingSettled(told);
  return new SettleProcessorFinding({ ...data, recordedAt });
};

describe('settling what was found at a processor', () => {
  it('says on which day, and what shows it; otherwise, it is what was told last', () => {
    spec
      .given(...found)
      .when(settling())
      .then(aProcessorFindingSettled());
    spec
      .given(...found, aProcessorFindingSettled())
      .when(settling())
      .thenNothing();
    const other = { shownBy: 'letter 13' };
    spec
      .given(...found, aProcessorFindingSettled())
      .when(settling(other))
      .then(aProcessorFindingSettled(other));
  });

  it('is of what was found that day', () => {
    for (const other of [{ inspectedOn: '2026-03-02' }, { finding: 'keys-shared' }])
      spec
        .given(...found)
        .when(settling(other))
        .thenRefused('unknown-finding');
    spec.given().when(settling()).thenRefused('unknown-processor');
  });

  it('is not before it was found, nor yet to come', () => {
    const on = (settledOn: string) => spec.given(...found).when(settling({ settledOn }));
    on('2026-02-28').thenRefused('settled-before-found');
    on('2026-03-03').thenRefused('in-the-future');
  });
});
