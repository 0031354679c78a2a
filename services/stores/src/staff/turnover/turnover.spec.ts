import { aPostTaken, aStaffHired, anAccessChanged, anEmploymentEnded } from '../../testing/staff.builders.js';
import type { StaffEvent } from '../staff.events.js';
import { recorded, type WorkRecord } from '../work-record.js';
import { turnoverOf } from './turnover.js';

const shanghai = { storeId: 'sh-01', timeZone: 'Asia/Shanghai' };
const march = { from: '2026-03-01', until: '2026-03-31' };
const at = <Event extends StaffEvent>(day: string, event: Event): Event => ({
  ...event,
  occurredAt: `${day}T01:00:00.000Z`,
});
const her = (...events: readonly StaffEvent[]) => events.reduce<WorkRecord | undefined>(recorded, undefined)!;
const hired = at('2026-02-01', aStaffHired());
const gone = { leftBecause: [], averageDaysThere: null };

describe('who came to a store and who left it', () => {
  it('counts who is there, who joined, and who left for which reason after how many days', () => {
    const records = [
      her(hired),
      her(at('2026-03-01', aStaffHired({ post: 'front-desk' }))),
      her(hired, at('2026-03-31', anEmploymentEnded())),
      her(hired, at('2026-02-28', anEmploymentEnded())),
      her(at('2026-04-01', aStaffHired())),
    ];
    const { everybody, therapists } = turnoverOf(records, shanghai, march);
    const left = { left: 1, leftBecause: [{ reason: 'resigned', left: 1 }], averageDaysThere: 59 };
    expect(everybody).toEqual({ atBeginning: 2, joined: 1, atEnd: 2, ...left });
    expect(therapists).toEqual({ atBeginning: 2, joined: 0, atEnd: 1, ...left });
  });

  it('counts who moves to another store as leaving the one and joining the other', () => {
    const moved = her(hired, at('2026-03-11', anAccessChanged({ storeIds: ['bj-01'] })));
    const from = turnoverOf([moved], shanghai, march).everybody;
    expect(from).toMatchObject({ atBeginning: 1, left: 1, atEnd: 0, averageDaysThere: 38 });
    expect(from.leftBecause).toEqual([{ reason: 'moved', left: 1 }]);
    const to = turnoverOf([moved], { ...shanghai, storeId: 'bj-01' }, march).everybody;
    expect(to).toEqual({ atBeginning: 0, joined: 1, left: 0, atEnd: 1, ...gone });
  });

  it('counts who comes back once more, and nobody twice for more access in the same store', () => {
    const back = her(
      hired,
      at('2026-03-05', anAccessChanged({ storeIds: ['bj-01'] })),
      at('2026-03-20', anAccessChanged({ storeIds: ['sh-01', 'bj-01'] })),
      at('2026-03-25', anAccessChanged({ storeIds: ['sh-01'] })),
    );
    expect(turnoverOf([back], shanghai, march).everybody).toMatchObject({
      ...{ atBeginning: 1, joined: 1, left: 1, atEnd: 1 },
    });
  });

  it('counts by the post she had in the end', () => {
    const desk = her(hired, aPostTaken(), at('2026-03-20', anEmploymentEnded()));
    expect(turnoverOf([desk], shanghai, march).therapists.left).toBe(0);
    expect(turnoverOf([desk], shanghai, march).everybody.left).toBe(1);
  });
});
