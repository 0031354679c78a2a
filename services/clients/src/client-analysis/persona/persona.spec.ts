import fc from 'fast-check';
import { personaOf, traitsOf } from './persona.js';

const her = { storeId: 'sh-01', ageBand: '25-34', sex: 'female', spend: 'A', need: 'leisure' };
const times = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one);

describe('the persona of the target group (CL-64)', () => {
  it('says of each what she is alike in with others', () => {
    const file = {
      person: { sex: 'female', birthday: '1999-05-01', addressAs: 'Li' },
      preferences: { careTendency: 'leisure' },
    } as const;
    expect(traitsOf(file, 'A', '2026-04-30')).toEqual({
      ...{ ageBand: '25-34', sex: 'female', spend: 'A', need: 'leisure' },
    });
    expect(traitsOf({}, null, '2026-04-30')).toEqual({ ageBand: null, sex: null, spend: null, need: null });
  });

  it('tells of cells of five clients or more, the largest first', () => {
    const man = { ...her, sex: 'male' };
    expect(personaOf([...times(5, her), ...times(6, man), ...times(4, { ...her, need: null })])).toEqual([
      { ...man, clients: 6 },
      { ...her, clients: 5 },
    ]);
  });

  it('puts small cells of several stores together, and tells of no few of those either', () => {
    const beijing = { ...her, storeId: 'bj-01' };
    expect(personaOf([...times(3, her), ...times(2, beijing)])).toEqual([
      { ...her, storeId: null, clients: 5 },
    ]);
    expect(personaOf([...times(7, her), ...times(4, beijing)])).toEqual([{ ...her, clients: 7 }]);
  });

  it('tells of no fewer than five in whatever way cells are taken together or from each other', () => {
    const one = fc.record({
      storeId: fc.constantFrom('sh-01', 'bj-01', 'gz-01'),
      ageBand: fc.constantFrom('25-34', null),
      sex: fc.constantFrom('female', 'male'),
      spend: fc.constant('A'),
      need: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (clients) => {
        const cells = personaOf(clients);
        expect(cells.every((cell) => cell.clients >= 5)).toBe(true);
        const told = cells.reduce((sum, cell) => sum + cell.clients, 0);
        expect(told).toBeLessThanOrEqual(clients.length);
        for (const storeId of ['sh-01', 'bj-01', 'gz-01']) {
          const alone = personaOf(clients.filter((client) => client.storeId === storeId));
          expect(alone).toEqual(cells.filter((cell) => cell.storeId === storeId));
        }
      }),
    );
  });
});
