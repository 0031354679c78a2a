import { figuresOf } from './store-comparison.js';

describe('a store’s figures', () => {
  it('are nothing where nothing happened', () => {
    expect(figuresOf([])).toMatchObject({ grossMinor: 0, visits: 0, averageTicketMinor: 0, netMinor: 0 });
  });

  it('have net as gross less returns, and the average ticket rounded half up', () => {
    const sums = [
      { metric: 'gross', sum: 1_001, clients: 0 },
      { metric: 'returns', sum: 101, clients: 0 },
      { metric: 'visits', sum: 2, clients: 1 },
    ];
    expect(figuresOf(sums)).toMatchObject({ netMinor: 900, averageTicketMinor: 501, visits: 2, clients: 1 });
  });
});
