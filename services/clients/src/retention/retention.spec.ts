import fc from 'fast-check';
import { addDays } from '#libs/calendar';
import { dueOfAll, dueOn, earliestDue } from './retention.js';

const rule = (purpose: string, keptMonths: number, then: 'erase' | 'restrict' = 'erase') => ({
  purpose,
  keptMonths,
  then,
});
const client = (lastOn: string) =>
  ({ status: 'client', lastOn, learnedOn: lastOn, unsettled: false }) as const;
const lead = (lastOn: string) => ({ ...client(lastOn), status: 'lead' }) as const;
const rules = [rule('lead', 12), rule('while-client', 24), rule('with-care', 36)];

describe('what is due of what is known about somebody', () => {
  it('is nothing before its time, and nothing for ever where no rule is published', () => {
    expect(dueOn(rules, client('2024-03-02'), '2026-03-01')).toBeUndefined();
    expect(dueOn([], client('1990-01-01'), '2026-03-01')).toBeUndefined();
  });

  it('is to restrict it from the day its first class is due, and to erase it from that of the last', () => {
    expect(dueOn(rules, client('2024-03-01'), '2026-03-01')).toBe('restrict');
    expect(dueOn(rules, client('2023-03-02'), '2026-03-01')).toBe('restrict');
    expect(dueOn(rules, client('2023-03-01'), '2026-03-01')).toBe('erase');
  });

  it('is of leads what the rule for leads says', () => {
    expect(dueOn(rules, lead('2025-03-02'), '2026-03-01')).toBeUndefined();
    expect(dueOn(rules, lead('2025-03-01'), '2026-03-01')).toBe('erase');
    expect(dueOn([rule('lead', 12, 'restrict')], lead('2025-03-01'), '2026-03-01')).toBe('restrict');
  });

  it('is never to erase what a class without a rule is kept for', () => {
    expect(dueOn([rule('while-client', 24)], client('1990-01-01'), '2026-03-01')).toBe('restrict');
  });

  it('is nothing while a complaint of hers is open or an appointment ahead, however long she was not here', () => {
    expect(dueOn(rules, { ...client('1990-01-01'), unsettled: true }, '2026-03-01')).toBeUndefined();
    expect(dueOn(rules, { ...lead('1990-01-01'), unsettled: true }, '2026-03-01')).toBeUndefined();
  });

  it('is nothing for thirty days after she was brought from elsewhere with days of the past', () => {
    const brought = { ...client('2016-03-01'), learnedOn: '2026-01-31' };
    expect(dueOn(rules, brought, '2026-03-01')).toBeUndefined();
    expect(dueOn(rules, brought, '2026-03-02')).toBe('erase');
  });

  it('is of one who has several files as little as of any of them', () => {
    expect(dueOfAll(['erase', 'erase'])).toBe('erase');
    expect(dueOfAll(['erase', 'restrict'])).toBe('restrict');
    expect(dueOfAll(['erase', undefined, 'restrict'])).toBeUndefined();
  });

  it('is of nobody who came after the earliest day that is looked from', () => {
    const someRules = fc.array(
      fc.record({
        purpose: fc.constantFrom('lead', 'while-client', 'with-care'),
        keptMonths: fc.integer({ min: 1, max: 60 }),
        then: fc.constantFrom('erase' as const, 'restrict' as const),
      }),
    );
    fc.assert(
      fc.property(
        someRules,
        fc.integer({ min: 0, max: 2_000 }),
        fc.nat(60),
        fc.boolean(),
        (some, daysAgo, later, isLead) => {
          const day = addDays('2026-01-31', later);
          const lastOn = addDays(day, -daysAgo);
          const her = isLead ? lead(lastOn) : client(lastOn);
          const due = dueOn(some, her, day);
          const earliest = earliestDue(some, day);
          if (due !== undefined) expect(lastOn <= earliest!).toBe(true);
        },
      ),
    );
  });
});
