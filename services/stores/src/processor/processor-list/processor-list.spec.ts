import { views } from '#libs/testing';
import {
  aProcessorEnded,
  aProcessorEngaged,
  aProcessorFindingSettled,
  aProcessorInspected,
  processorDataReturned,
} from '../../testing/processor.builders.js';
import { processor } from '../processor.js';
import { processorList } from './processor-list.projection.js';

describe('the list of processors', () => {
  it('has all that was agreed with each, found there and given back', () => {
    const facts = [
      aProcessorEngaged(),
      aProcessorInspected('2026-03-01', ['no-access-log']),
      aProcessorFindingSettled(),
      aProcessorEnded(),
      processorDataReturned(),
    ];
    views(processorList)
      .given(...facts)
      .thenRows({ processorId: 'text-messages', ...facts.reduce(processor.evolve, processor.initial) });
  });
});
