import { personalitySizes, type Told } from './personality-sizes.js';

const times = (count: number, one: Told): Told[] => Array.from({ length: count }, () => one);
const passive = { storeId: 'sh-01', personalities: ['passive'] } as const;

describe('how many clients are of each personality (CL-58)', () => {
  it('counts who is of several for each of them, store by store', () => {
    const both = { storeId: 'sh-01', personalities: ['passive', 'trial'] } as const;
    const told = [...times(5, passive), ...times(5, both), ...times(6, { ...passive, storeId: 'bj-01' })];
    expect(personalitySizes(told)).toEqual([
      { storeId: 'bj-01', clients: 6, personalities: expect.objectContaining({ passive: 6, trial: null }) },
      { storeId: 'sh-01', clients: 10, personalities: expect.objectContaining({ passive: 10, trial: 5 }) },
    ]);
  });

  it('tells of no fewer than five, and names every type', () => {
    const [store] = personalitySizes(times(4, passive));
    expect(store?.clients).toBeNull();
    expect(Object.keys(store!.personalities)).toHaveLength(7);
    expect(Object.values(store!.personalities).every((size) => size === null)).toBe(true);
  });

  it('tells of no type that all but a few are of: the rest would be told by subtraction', () => {
    const other = { storeId: 'sh-01', personalities: ['trial'] } as const;
    const [store] = personalitySizes([...times(20, passive), ...times(4, other)]);
    expect(store).toMatchObject({ clients: 24, personalities: { passive: null, trial: null } });
  });

  it('tells of no types that all but a few are of together: most clients are of one, and the rest would be told again', () => {
    const [trial, lonely] = (['trial', 'lonely'] as const).map((type) => ({
      ...{ storeId: 'sh-01', personalities: [type] },
    }));
    const few = [...times(20, passive), ...times(10, lonely!), ...times(4, trial!)];
    expect(personalitySizes(few)[0]).toMatchObject({
      ...{ clients: 34, personalities: { passive: 20, lonely: null, trial: null } },
    });
    expect(personalitySizes([...few, trial!])[0]).toMatchObject({
      ...{ clients: 35, personalities: { passive: 20, lonely: 10, trial: 5 } },
    });
  });

  it('counts nobody of whom it is not known', () => {
    expect(personalitySizes([{ storeId: 'sh-01', personalities: [] }])).toEqual([]);
  });
});
