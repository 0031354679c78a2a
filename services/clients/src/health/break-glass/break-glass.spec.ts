import { decisions } from '#libs/testing';
import { at, glassBroken } from '../../testing/privacy.builders.js';
import { health, isOpenTo } from '../health.js';
import { BreakGlass, breakGlass } from './break-glass.js';

const spec = decisions(health, breakGlass);
const { until, ...broken } = glassBroken().data;
const breaking = (brokenAt = at) => new BreakGlass({ ...broken, brokenAt });

describe('breaking the glass', () => {
  it('opens the vault to whoever broke it, for a quarter of an hour', () => {
    spec.given().when(breaking()).then(glassBroken());
    const open = health.evolve(health.initial, glassBroken());
    expect(isOpenTo(open, broken.by, '2026-03-02T02:14:59.999Z')).toBe(true);
    expect(isOpenTo(open, broken.by, until)).toBe(false);
    expect(isOpenTo(open, 'somebody else', at)).toBe(false);
    expect(isOpenTo(open, undefined, at)).toBe(false);
  });

  it('opens it no longer where a clock is set back, and for who reads where a clock is a moment behind', () => {
    const open = health.evolve(health.initial, glassBroken());
    expect(isOpenTo(open, broken.by, '2026-03-02T01:59:59.000Z')).toBe(true);
    expect(isOpenTo(open, broken.by, '2026-03-02T01:58:59.999Z')).toBe(false);
    expect(isOpenTo(open, broken.by, '2026-03-01T02:05:00.000Z')).toBe(false);
    const yesterday = '2026-03-01T02:05:00.000Z';
    expect(breakGlass(breaking(yesterday), open)).toEqual([
      expect.objectContaining({ occurredAt: yesterday }),
    ]);
  });

  it('changes nothing while it is open, and is broken anew afterwards', () => {
    spec.given(glassBroken()).when(breaking('2026-03-02T02:14:00.000Z')).thenNothing();
    const later = breakGlass(breaking(until), health.evolve(health.initial, glassBroken()));
    expect(later).toEqual([expect.objectContaining({ occurredAt: until })]);
  });
});
