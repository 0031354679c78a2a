import { decisions } from '#libs/testing';
import {
  behindId,
  clientId,
  contactMade,
  followUpPlanned,
  followUpsEnded,
  taskFellDue,
  taskHeldBack,
  taskMissed,
  taskWithdrawn,
  aTask,
} from '../../testing/follow-up.builders.js';
import { followUpPlan } from '../follow-up-plan.js';
import { whoseTurn } from '../whose-turn.js';
import { EndFollowUps, endFollowUps } from './end-follow-ups.js';

const spec = decisions(followUpPlan, endFollowUps);
/** At noon in Shanghai on the day of the task of day 5; we learn of it two days later. */
const erasedAt = '2026-03-06T04:00:00.000Z';
const now = '2026-03-08T04:00:00.000Z';
const ended = followUpsEnded({ occurredAt: erasedAt });
const erasing = new EndFollowUps({ clientId, storeId: 'sh-01', erasedAt, now });
const withdrawn = (day: number, wasMissed = false) => {
  const { policyVersion: _, ...fact } = taskWithdrawn({
    ...{ occurredAt: now, withdrawnOn: '2026-03-08', reason: 'erased', cameInVisitId: null, wasMissed },
    ...{ taskId: aTask(day).taskId, day, dueOn: aTask(day).dueOn },
  });
  return fact;
};

describe('the follow-ups of a client who is erased', () => {
  it('end: what was still to be done is withdrawn, and what was done or missed before stays', () => {
    spec
      .given(followUpPlanned(), taskFellDue(1), taskMissed(1), taskFellDue(5), contactMade(5))
      .when(erasing)
      .then(ended, withdrawn(7));
  });

  it('end with what waits behind another record of hers', () => {
    spec
      .given(followUpPlanned(), contactMade(1), contactMade(5), taskHeldBack(7))
      .when(erasing)
      .then(ended, withdrawn(7));
  });

  it('end when she was erased, however late that is told: nobody failed to call her since', () => {
    spec
      .given(followUpPlanned(), taskFellDue(1), taskMissed(1), taskFellDue(5), taskMissed(5))
      .when(erasing)
      .then(ended, withdrawn(5, true), withdrawn(7));
  });

  it('end once, also of one who never came', () => {
    spec.given().when(erasing).then(ended);
    spec.given(followUpPlanned(), ended).when(erasing).thenNothing();
  });

  it('hold back no other record of hers any more', () => {
    const planOf = (...facts: Parameters<typeof followUpPlan.evolve>[1][]) =>
      facts.reduce(followUpPlan.evolve, followUpPlan.initial);
    const earlier = { ...followUpPlanned({ clientId: behindId }), occurredAt: '2026-02-27T02:00:00.000Z' };
    const hers = [{ clientId: behindId, plan: planOf(earlier) }];
    const erased = { clientId, plan: planOf(followUpPlanned(), ended) };
    expect(whoseTurn([...hers, erased])).toBe(behindId);
  });
});
