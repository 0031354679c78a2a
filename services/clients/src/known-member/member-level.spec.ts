import { memberLevelOn, type Counted } from './member-level.js';

const levels = [
  { level: 'silver', fromMinor: 100_000 },
  { level: 'gold', fromMinor: 880_000, orVisits: 4 },
  { level: 'diamond', fromMinor: 1_080_000 },
];
const policies = [
  { storeId: null, version: 3, effectiveFrom: '2026-01-01', value: { levels } },
  { storeId: 'bj-01', version: 4, effectiveFrom: '2026-02-01', value: { levels: levels.slice(0, 1) } },
];
const paid = (amountMinor: number): Counted => ({ kind: 'visit', amountMinor });
const back = (amountMinor: number): Counted => ({ kind: 'return', amountMinor });
const levelOf = (history: Counted[], storeId = 'sh-01', on = '2026-03-01') =>
  memberLevelOn(history, policies, storeId, on);

describe('the level of a member', () => {
  it('is the highest that she has reached by what she paid', () => {
    expect(levelOf([])).toEqual({ level: null, policyVersion: 'member-levels@3' });
    expect(levelOf([paid(99_999)]).level).toBeNull();
    expect(levelOf([paid(99_999), paid(1)]).level).toBe('silver');
    expect(levelOf([paid(1_080_000)]).level).toBe('diamond');
  });

  it('is reached by how often she came as well, where a level says so', () => {
    const often = Array.from({ length: 4 }, () => paid(1));
    expect(levelOf(often.slice(1)).level).toBeNull();
    expect(levelOf(often).level).toBe('gold');
  });

  it('is lost with what was given back', () => {
    expect(levelOf([paid(880_000), back(1)]).level).toBe('silver');
  });

  it('goes by what holds in her store on the day, and is none before anything does', () => {
    expect(levelOf([paid(880_000)], 'bj-01')).toEqual({ level: 'silver', policyVersion: 'member-levels@4' });
    expect(levelOf([paid(880_000)], 'bj-01', '2026-01-31').level).toBe('gold');
    expect(levelOf([paid(880_000)], 'sh-01', '2025-12-31')).toEqual({ level: null, policyVersion: null });
  });
});
