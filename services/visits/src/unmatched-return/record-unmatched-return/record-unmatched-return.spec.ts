import { decisions } from '#libs/testing';
import { anUnmatchedReturn } from '../../testing/visit.builders.js';
import { unmatchedReturn } from '../unmatched-return.js';
import { RecordUnmatchedReturn, recordUnmatchedReturn } from './record-unmatched-return.js';

const spec = decisions(unmatchedReturn, recordUnmatchedReturn('Europe/London'));
const recorded = anUnmatchedReturn();
const { returnId, clientId, storeId, lines } = recorded.data;
const told = { returnId, clientId, storeId, lines, returnedAt: recorded.occurredAt };

describe('recording a return whose bill is not known', () => {
  it('keeps what came back, on the day it came back', () => {
    spec.given().when(new RecordUnmatchedReturn(told)).then(recorded);
  });

  it('changes nothing when it is told again', () => {
    spec.given(recorded).when(new RecordUnmatchedReturn(told)).thenNothing();
  });

  it('refuses other lines under the same id', () => {
    spec
      .given(recorded)
      .when(new RecordUnmatchedReturn({ ...told, lines: [] }))
      .thenRefused('return-recorded-differently');
  });
});
