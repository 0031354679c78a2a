import type { Disclosure } from '../reading/reading.answers.js';
import { holdersOf } from './holders.js';

const given = (at: string, recipient: string, processorId?: string): Disclosure => ({
  ...{ at, recipient, purpose: 'administration', sections: [] },
  exportId: '01900000-0000-7000-8000-0000000000e1',
  ...(processorId === undefined ? {} : { processorId }),
});

describe('who holds what was given of her', () => {
  it('is each once, with when it was given something last', () => {
    const [first, second] = ['2026-03-01T02:00:00.000Z', '2026-04-01T02:00:00.000Z'];
    const holders = holdersOf([
      given(first, 'Messages Ltd', 'messages'),
      given(first, 'Courier Ltd'),
      given(second, 'Great Messages Ltd', 'messages'),
      given(second, 'messages'),
    ]);
    expect(holders).toEqual([
      { recipient: 'Great Messages Ltd', processorId: 'messages', lastGivenAt: second },
      { recipient: 'Courier Ltd', processorId: null, lastGivenAt: first },
      { recipient: 'messages', processorId: null, lastGivenAt: second },
    ]);
  });
});
