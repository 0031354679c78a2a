import { decisions } from '#libs/testing';
import {
  aProcessorEnded,
  aProcessorEngaged,
  processorDataReturned,
} from '../../testing/processor.builders.js';
import { processor } from '../processor.js';
import { NoteDataReturned, noteDataReturned } from './note-data-returned.js';

const spec = decisions(processor, noteDataReturned);
const recordedAt = '2026-07-10T01:00:00.000Z';
const noting = (...told: Parameters<typeof processorDataReturned>) =>
  new NoteDataReturned({ ...processorDataReturned(...told).data, recordedAt });
const returned = (...told: Parameters<typeof processorDataReturned>) => ({
  ...processorDataReturned(...told),
  occurredAt: recordedAt,
});
const over = [aProcessorEngaged(), aProcessorEnded()] as const;

describe('giving data back when work is over (PIPL 21)', () => {
  it('is on the last day or after it, with what shows it, once', () => {
    for (const day of ['2026-06-30', '2026-07-09']) {
      spec
        .given(...over)
        .when(noting(day))
        .then(returned(day));
      spec
        .given(...over, processorDataReturned(day))
        .when(noting(day))
        .thenNothing();
    }
  });

  it('is what was told last of a day', () => {
    const otherwise = ['2026-06-30', { how: 'given-back' }] as const;
    spec
      .given(...over, processorDataReturned())
      .when(noting(...otherwise))
      .then(returned(...otherwise));
  });

  it('is not while something is agreed, nor before anything was, nor yet to come', () => {
    spec
      .given(...over)
      .when(noting('2026-06-29'))
      .thenRefused('agreement-in-force', { lastDay: '2026-06-30' });
    spec.given(aProcessorEngaged()).when(noting()).thenRefused('agreement-in-force');
    spec.given(aProcessorEngaged()).when(noting('2026-02-28')).thenRefused('not-engaged-yet');
    spec.given().when(noting()).thenRefused('unknown-processor');
    spec
      .given(...over)
      .when(noting('2026-07-12'))
      .thenRefused('in-the-future');
  });
});
