import { aPolicyLearned } from '../testing/known-policy.builders.js';
import { anOwnerAssigned, anOwnerReleased } from '../testing/ownership.builders.js';
import { knownPolicy, type KnownPolicy } from '../known-policy/known-policy.js';
import { ownership, together } from './ownership.js';
import { ownerOn, type OwnershipFacts, type ServedVisit } from './owner-on.js';
import type { OwnershipValue } from './ownership-policy.js';

const visit = (on: string, staffId: string | null = 'li'): ServedVisit => ({
  visitId: `visit ${on}`,
  on,
  staffId,
});
const ruling = (value: OwnershipValue, more = {}): KnownPolicy<'client-ownership'> =>
  [aPolicyLearned({ value, ...more })].reduce(
    knownPolicy.evolve,
    knownPolicy.initial,
  ) as KnownPolicy<'client-ownership'>;
const facts = (more: Partial<OwnershipFacts>): OwnershipFacts => ({
  ...{ clientId: 'a', storeId: 'sh-01', visits: [], assignments: [], policies: [] },
  ...more,
});
const ownerIn = (known: OwnershipFacts, on: string): string | null => {
  const { staffId, post } = ownerOn(known, on).owner;
  return staffId ?? post;
};

describe('whose client she is', () => {
  it('is hers who served last, until somebody publishes a rule', () => {
    const known = facts({ visits: [visit('2026-03-01'), visit('2026-04-01', 'wang')] });
    expect(ownerOn(known, '2026-03-31')).toEqual({
      owner: { staffId: 'li', post: null },
      because: { what: 'served', factOn: '2026-03-01', visitId: 'visit 2026-03-01', reason: null },
      rule: 'server-follows',
      policyVersion: 'client-ownership@built-in',
    });
    expect(ownerIn(known, '2026-04-01')).toBe('wang');
  });

  it('stays hers where nobody was told to have served, and the manager’s before anybody did', () => {
    const known = facts({ visits: [visit('2026-03-01'), visit('2026-04-01', null)] });
    expect(ownerIn(known, '2026-04-01')).toBe('li');
    expect(ownerIn(known, '2026-02-28')).toBe('store-manager');
  });

  it.each([
    ['2025-01-15', '2025-01-15', 'department'],
    ['2025-01-15', '2025-02-14', 'department'],
    ['2025-01-15', '2025-02-15', 'consulting'],
    ['2025-01-31', '2025-02-27', 'department'],
    ['2025-01-31', '2025-02-28', 'consulting'],
    ['2024-01-31', '2024-02-28', 'department'],
    ['2024-01-31', '2024-02-29', 'consulting'],
    ['2025-03-01', '2026-02-28', 'consulting'],
    ['2025-03-01', '2026-03-01', 'customer-service'],
    ['2024-02-29', '2025-02-27', 'consulting'],
    ['2024-02-29', '2025-02-28', 'customer-service'],
  ])('served on %s, is handed over by %s to %s (X11)', (served, on, post) => {
    const policies = ruling({ rule: 'hand-over' }, { effectiveFrom: '2020-01-01' });
    expect(ownerIn(facts({ visits: [visit(served)], policies }), on)).toBe(post);
  });

  it('is handed over by the policy’s own figures, and begins anew when she comes again', () => {
    const handOver = [
      { afterMonths: 6, to: 'customer-service' as const },
      { afterMonths: 2, to: 'consulting' as const },
    ];
    const policies = ruling({ rule: 'hand-over', handOver });
    const known = facts({ visits: [visit('2026-01-10'), visit('2026-08-10')], policies });
    const days = ['2026-03-09', '2026-03-10', '2026-07-10', '2026-08-10'];
    expect(days.map((on) => ownerIn(known, on))).toEqual([
      'department',
      'consulting',
      'customer-service',
      'department',
    ]);
  });

  it('goes round among the staff of the store, from her first visit on', () => {
    const policies = ruling({ rule: 'rotation', rotateAmong: ['li', 'wang', 'chen'], rotateEveryMonths: 2 });
    const known = facts({ visits: [visit('2026-01-31'), visit('2026-02-10')], policies });
    const days = ['2026-01-31', '2026-03-30', '2026-03-31', '2026-05-31', '2026-07-31'];
    const owners = days.map((on) => ownerIn(known, on));
    expect(owners[1]).toBe(owners[0]);
    expect(new Set([owners[1], owners[2], owners[3]]).size).toBe(3);
    expect(owners[4]).toBe(owners[0]);
    const firsts = ['a', 'b', 'c'].map((clientId) => ownerIn({ ...known, clientId }, '2026-01-31'));
    expect(new Set(firsts).size).toBe(3);
    expect(ownerIn(facts({ ...known, policies: ruling({ rule: 'rotation' }) }), '2026-03-01')).toBe(
      'store-manager',
    );
  });

  it('is hers who was assigned, by every rule, until she is released', () => {
    const assigned = anOwnerAssigned({ staffId: 'chen' });
    const assignments = [assigned, anOwnerReleased()].reduce(ownership.evolve, ownership.initial);
    const known = facts({ visits: [visit('2026-03-10')], assignments });
    expect(ownerOn(known, '2026-03-31')).toMatchObject({
      owner: { staffId: 'chen' },
      because: { what: 'assigned', factOn: '2026-03-01', reason: 'her-wish' },
    });
    expect(ownerIn(known, '2026-04-01')).toBe('li');
    const dedicated = { ...known, policies: ruling({ rule: 'dedicated' }) };
    expect([ownerIn(dedicated, '2026-03-31'), ownerIn(dedicated, '2026-04-01')]).toEqual([
      'chen',
      'store-manager',
    ]);
  });

  it('is whom the log names last, though a clock went back meanwhile', () => {
    const before = anOwnerAssigned({ staffId: 'wang' }, '2026-03-01T01:59:58.000Z');
    const own = [anOwnerAssigned({ staffId: 'li' }), before].reduce(ownership.evolve, ownership.initial);
    expect(ownerIn(facts({ assignments: together(own) }), '2026-03-01')).toBe('wang');
  });

  it('follows the rule of her own store from its day on, and says its version', () => {
    const own = { storeId: 'sh-01', version: 3, effectiveFrom: '2026-05-01' };
    const known = facts({ visits: [visit('2026-03-10')], policies: ruling({ rule: 'hand-over' }, own) });
    expect(ownerOn(known, '2026-04-30')).toMatchObject({ rule: 'server-follows' });
    const inMay = { owner: { post: 'consulting' }, rule: 'hand-over', policyVersion: 'client-ownership@3' };
    expect(ownerOn(known, '2026-05-01')).toMatchObject(inMay);
    expect(ownerOn({ ...known, storeId: 'bj-01' }, '2026-05-01')).toMatchObject({ rule: 'server-follows' });
  });

  it('is told by another rule, as if that had always held', () => {
    const known = facts({ visits: [visit('2026-03-10')] });
    expect(ownerOn(known, '2026-05-01', 'hand-over')).toMatchObject({
      owner: { post: 'consulting' },
      rule: 'hand-over',
      policyVersion: 'client-ownership@built-in',
    });
  });
});
