import { nobodyYet, withClient, withoutSmall } from './class-sizes.js';

const classed = (frequency: 'key' | 'low', spend: string | null, vip: boolean) => ({
  annualSpend: { class: spend, fromMinor: null, spentMinor: 0, storeGrade: null },
  vip: { vip, because: null, spentMinor: 0, visits: 0 },
  frequency: { class: frequency, visits: 0, withinMonths: 6 },
});

describe('how many clients are of each class', () => {
  it('names every class, also where nobody is of it', () => {
    expect(nobodyYet(['big-client', 'A'])).toEqual({
      clients: 0,
      frequency: { key: 0, potential: 0, low: 0 },
      annualSpend: { 'big-client': 0, A: 0 },
      unclassed: 0,
      vip: 0,
    });
  });

  it('counts each client once in each of them', () => {
    const all = [classed('key', 'A', true), classed('low', null, false), classed('low', 'A', false)];
    expect(all.reduce(withClient, nobodyYet(['big-client', 'A']))).toEqual({
      clients: 3,
      frequency: { key: 1, potential: 0, low: 2 },
      annualSpend: { 'big-client': 0, A: 2 },
      unclassed: 1,
      vip: 1,
    });
  });

  it('tells who may recognise nobody of no few, nor of what they could be had from', () => {
    const sizes = {
      ...{ clients: 40, frequency: { key: 3, potential: 7, low: 30 }, vip: 38 },
      ...{ annualSpend: { A: 6, B: 9, C: 0 }, unclassed: 25 },
    };
    expect(withoutSmall(sizes)).toEqual({
      ...{ clients: 40, frequency: { key: null, potential: null, low: 30 }, vip: null },
      ...{ annualSpend: { A: 6, B: 9, C: null }, unclassed: 25 },
    });
    expect(withoutSmall(nobodyYet(['A']))).toMatchObject({
      clients: null,
      annualSpend: { A: null },
      vip: null,
    });
  });
});
