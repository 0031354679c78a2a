import { decisions } from '#libs/testing';
import type { MemberLearned } from '../known-member.events.js';
import { knownMember, memberSince } from '../known-member.js';
import { LearnMember, learnMember } from './learn-member.js';

const spec = decisions(knownMember, learnMember);
const since = '2026-03-01T02:00:00.000Z';
const learned: MemberLearned = {
  type: 'MemberLearned',
  occurredAt: since,
  storeId: 'sh-01',
  data: { clientId: '01900000-0000-7000-8000-00000000000c', storeId: 'sh-01' },
};
const told = new LearnMember({ ...learned.data, enrolledAt: since });

describe('learning that a client is a member', () => {
  it('keeps since when', () => {
    spec.given().when(told).then(learned);
  });

  it('learns nothing from hearing it again', () => {
    spec.given(learned).when(told).thenNothing();
  });

  it('takes her for one where any who is read as her is: since the first', () => {
    expect(memberSince([{ since: null }, { since: null }])).toBeNull();
    expect(memberSince([{ since: null }, { since }])).toEqual({ since });
    expect(memberSince([{ since: '2026-04-01T02:00:00.000Z' }, { since }])).toEqual({ since });
  });
});
