import {
  aProcessorEnded,
  aProcessorEngaged,
  aProcessorFindingSettled,
  aProcessorInspected,
  processorDataReturned,
} from '../testing/processor.builders.js';
import type { ProcessorEvent } from './processor.events.js';
import { standingOn } from './processor-standing.js';
import { processor } from './processor.js';

const on = (day: string, ...facts: ProcessorEvent[]) =>
  standingOn(facts.reduce(processor.evolve, processor.initial), day);
const renewed = aProcessorEngaged(
  { agreementNumber: 'SH-2027-003', effectiveFrom: '2027-01-01', until: '2027-12-31' },
  2,
);

describe('how it stands with a processor on a day', () => {
  it('is in force from the first to the last day', () => {
    const standing = (day: string) => on(day, aProcessorEngaged())!.standing;
    const days = ['2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01'];
    expect(days.map(standing)).toEqual(['to-begin', 'in-force', 'in-force', 'over']);
    expect(on('2027-01-01', aProcessorEngaged(), renewed)!.standing).toBe('in-force');
  });

  it('is over from the day after it was ended, and in force again when that is agreed', () => {
    const ended = [aProcessorEngaged(), aProcessorEnded()];
    expect(on('2026-06-30', ...ended)).toMatchObject({ standing: 'in-force' });
    expect(on('2026-07-01', ...ended)).toMatchObject({
      standing: 'over',
      agreed: { lastDay: '2026-06-30', endReason: 'given-notice' },
    });
    const anew = aProcessorEngaged({ effectiveFrom: '2026-09-01' }, 3);
    expect(on('2026-08-31', ...ended, anew)!.standing).toBe('over');
    expect(on('2026-09-01', ...ended, anew)!.standing).toBe('in-force');
  });

  it('is what a change says from its day on, whatever was agreed before', () => {
    const change = aProcessorEngaged({ effectiveFrom: '2026-05-01', until: '2026-05-31', country: 'SG' }, 2);
    const country = (day: string) => on(day, aProcessorEngaged(), change)!.agreed.agreement.country;
    expect([country('2026-04-30'), country('2026-05-01')]).toEqual(['CN', 'SG']);
    expect(on('2026-06-01', aProcessorEngaged(), change)!.standing).toBe('over');
  });

  it('is nothing where nothing is agreed', () => {
    expect(on('2026-03-01')).toBeNull();
    expect(on('2026-03-01', aProcessorEngaged(), aProcessorEnded('2026-02-28'))).toBeNull();
  });
});

describe('what is to be seen to at a processor', () => {
  const faults = (day: string, ...facts: ProcessorEvent[]) => on(day, aProcessorEngaged(), ...facts)!.faults;

  it('is an inspection after the months that were agreed, from when it began or was inspected last', () => {
    expect(faults('2026-09-01')).toEqual([]);
    expect(faults('2026-09-02')).toEqual(['inspection-overdue']);
    const may = aProcessorInspected('2026-05-15');
    expect(faults('2026-11-15', may)).toEqual([]);
    expect(faults('2026-11-16', may)).toEqual(['inspection-overdue']);
    expect(faults('2026-09-02', aProcessorInspected('2026-09-03'))).toEqual(['inspection-overdue']);
  });

  it('is not put off by a renewal, and begins anew after a break', () => {
    expect(on('2027-01-02', aProcessorEngaged(), renewed)).toMatchObject({
      inspectionDueOn: '2026-09-01',
      faults: ['inspection-overdue'],
    });
    const late = aProcessorEngaged({ effectiveFrom: '2027-02-01', until: '2027-12-31' }, 2);
    expect(on('2027-02-01', aProcessorEngaged(), late)).toMatchObject({
      inspectionDueOn: '2027-08-01',
      faults: [],
    });
  });

  it('is a finding from its inspection until it is settled', () => {
    const found = aProcessorInspected('2026-03-01', ['no-access-log']);
    expect(on('2026-03-01', aProcessorEngaged(), found)).toMatchObject({
      openFindings: [{ inspectedOn: '2026-03-01', finding: 'no-access-log' }],
      faults: ['finding-open'],
    });
    const settled = aProcessorFindingSettled({ settledOn: '2026-03-04' });
    expect(faults('2026-03-03', found, settled)).toEqual(['finding-open']);
    expect(faults('2026-03-04', found, settled)).toEqual([]);
  });

  it('is data that it has not given back, from the day after its last, whether it was ended or ran out', () => {
    expect(faults('2026-06-30', aProcessorEnded())).toEqual([]);
    expect(faults('2026-07-01', aProcessorEnded())).toEqual(['data-not-returned']);
    expect(faults('2027-01-01')).toEqual(['data-not-returned']);
    const returned = processorDataReturned('2026-07-03');
    expect(faults('2026-07-02', aProcessorEnded(), returned)).toEqual(['data-not-returned']);
    expect(on('2026-07-03', aProcessorEngaged(), aProcessorEnded(), returned)).toMatchObject({
      dataReturned: { returnedOn: '2026-07-03', how: 'destroyed' },
      faults: [],
    });
  });

  it('is data again when it worked once more since', () => {
    const returned = processorDataReturned('2026-07-03');
    const anew = aProcessorEngaged({ effectiveFrom: '2026-09-01' }, 3);
    expect(faults('2027-01-01', aProcessorEnded(), returned, anew)).toEqual(['data-not-returned']);
  });
});
