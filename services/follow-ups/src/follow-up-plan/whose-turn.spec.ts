import { clientId, followUpPlanned, followUpSkipped, laterVisitId } from '../testing/follow-up.builders.js';
import type { FollowUpPlanEvent } from './follow-up-plan.events.js';
import { followUpPlan } from './follow-up-plan.js';
import { whoseTurn, type OneOfHers } from './whose-turn.js';

const one = (id: string, ...facts: readonly FollowUpPlanEvent[]): OneOfHers => ({
  clientId: id,
  plan: facts.reduce(followUpPlan.evolve, followUpPlan.initial),
});
const cameOn = (day: string) => ({
  ...followUpSkipped({ visitId: laterVisitId }),
  occurredAt: `2026-03-${day}T02:00:00.000Z`,
});

describe('who is followed up, of all who are one person', () => {
  it('is who came last, whether anything was planned for that visit or not', () => {
    expect(whoseTurn([one(clientId, followUpPlanned()), one('z', cameOn('04'))])).toBe('z');
    expect(whoseTurn([one('z', cameOn('04'), followUpPlanned()), one(clientId, cameOn('03'))])).toBe('z');
  });

  it('is the same one, in whatever order they are looked at, when they came at one moment', () => {
    const both = [one('y', cameOn('04')), one('x', cameOn('04'))];
    expect([whoseTurn(both), whoseTurn([...both].reverse())]).toEqual(['x', 'x']);
  });

  it('is nobody where none of them came', () => {
    expect(whoseTurn([one('x'), one('y')])).toBeUndefined();
  });
});
