import type { KnownLinkEvent } from './known-link.events.js';
import { knownLink } from './known-link.js';
import { learnLink } from './learn-link.js';

const at = '2026-03-01T02:00:00.000Z';
const data = { survivorId: 'fang', mergedId: 'xiaofang' };
const learned: KnownLinkEvent = { type: 'LinkLearned', occurredAt: at, data };
const unlearned: KnownLinkEvent = { type: 'LinkUnlearned', occurredAt: at, data };
const heard = (...facts: readonly KnownLinkEvent[]) => facts.reduce(knownLink.evolve, knownLink.initial);
const telling = (linked: boolean, ...past: readonly KnownLinkEvent[]) =>
  learnLink({ ...data, linked, at }, [heard(...past), heard(...past)]);

describe('learning that two clients are one', () => {
  it('is kept on the streams of both, and that they are not after all, as often as that changes', () => {
    expect(telling(true)).toEqual([[learned], [learned]]);
    expect(telling(false, learned)).toEqual([[unlearned], [unlearned]]);
    expect(telling(true, learned, unlearned)).toEqual([[learned], [learned]]);
  });

  it('learns nothing from hearing the same again', () => {
    expect(telling(true, learned)).toEqual([[], []]);
    expect(telling(false, learned, unlearned)).toEqual([[], []]);
  });

  it('keeps that two are parted whose link is known under another name', () => {
    expect(telling(false)).toEqual([[unlearned], [unlearned]]);
  });

  it('says nothing of what was told of others', () => {
    const other: KnownLinkEvent = { ...learned, data: { survivorId: 'fang', mergedId: 'li' } };
    expect(telling(true, other)).toEqual([[learned], [learned]]);
  });
});
