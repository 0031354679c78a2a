import type { ClientRow } from '../../mapping/client-row.js';
import { inPieces } from './in-pieces.js';

const rows = (count: number, plan = ''): ClientRow[] =>
  Array.from({ length: count }, (_, row) => ({
    ...{ kind: 'client', row, key: null, storeId: 'sh-01', registeredAt: undefined, contact: {} },
    file: { 'care-plan': { plan } },
  }));
const sizes = (given: ClientRow[]): number[] => [...inPieces(given)].map((piece) => piece.length);

describe('client files on their way', () => {
  it('go five hundred at a time, in their order', () => {
    expect(sizes(rows(1_001))).toEqual([500, 500, 1]);
    expect([...inPieces(rows(1_001))].flat().map(({ row }) => row)).toEqual([...Array(1_001).keys()]);
    expect(sizes([])).toEqual([]);
  });

  it('go fewer at a time when they say much', () => {
    expect(sizes(rows(500, '丽'.repeat(9_950)))).toEqual([200, 200, 100]);
  });
});
