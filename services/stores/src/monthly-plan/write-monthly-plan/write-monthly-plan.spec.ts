import { decisions } from '#libs/testing';
import { aMonthlyPlanWritten } from '../../testing/monthly-plan.builders.js';
import { monthlyPlan } from '../monthly-plan.js';
import type { MonthlyPlanWritten, Target } from '../monthly-plan.events.js';
import { WriteMonthlyPlan, writeMonthlyPlan } from './write-monthly-plan.js';

const spec = decisions(monthlyPlan, writeMonthlyPlan('Asia/Shanghai'));
const more: Target[] = [{ metric: 'new-clients', unit: 'count', value: 40 }];
const writing = ({ data: { storeId, month, targets }, occurredAt }: MonthlyPlanWritten) =>
  new WriteMonthlyPlan({ storeId, month, targets, writtenAt: occurredAt });

describe('writing the plan of a month', () => {
  const inTime = aMonthlyPlanWritten();
  const late = aMonthlyPlanWritten({ late: true }, '2026-03-25T16:00:00.000Z');

  it('is in time until the 25th of the month before ends where the store is', () => {
    spec.given().when(writing(inTime)).then(inTime);
    spec.given().when(writing(late)).then(late);
  });

  it('may be written anew, and stays as late or as early as it first was', () => {
    const revised = aMonthlyPlanWritten({ version: 2, targets: more }, '2026-04-10T01:00:00.000Z');
    spec.given(inTime).when(writing(revised)).then(revised);
    const early = aMonthlyPlanWritten({ version: 2, targets: more });
    spec
      .given(late)
      .when(writing(early))
      .then({ ...early, data: { ...early.data, late: true } });
  });

  it('changes nothing when it says the same again', () => {
    spec.given(inTime).when(writing(late)).thenNothing();
  });

  it('is not written for a month that is over', () => {
    const over = aMonthlyPlanWritten({}, '2026-04-30T16:00:00.000Z');
    spec.given().when(writing(over)).thenRefused('month-over');
  });

  it('has one target for each metric', () => {
    const twice = aMonthlyPlanWritten({ targets: [...more, { ...more[0]!, value: 50 }] });
    spec.given().when(writing(twice)).thenRefused('target-twice', { metric: 'new-clients' });
  });

  it('is due on the 25th of December for January', () => {
    const january = aMonthlyPlanWritten(
      { month: '2027-01', dueAt: '2026-12-25T16:00:00.000Z' },
      '2026-12-25T01:00:00.000Z',
    );
    spec.given().when(writing(january)).then(january);
  });
});
