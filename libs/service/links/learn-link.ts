import type { KnownLinkEvent, Link } from './known-link.events.js';
import { nameOf, type KnownLink } from './known-link.js';

export interface LearnLink extends Link {
  readonly linked: boolean;
  readonly at: string;
}

/**
 * Nothing of theirs is moved; who is linked only says as whom they are read. That two are parted is kept also where nobody
 * had told that they were one: it may be known from a stream that is named by both, as links were kept once.
 */
export const learnLink = (
  { survivorId, mergedId, linked, at: occurredAt }: LearnLink,
  ofBoth: readonly KnownLink[],
): readonly (readonly KnownLinkEvent[])[] => {
  const data = { survivorId, mergedId };
  const fact: KnownLinkEvent = { type: linked ? 'LinkLearned' : 'LinkUnlearned', occurredAt, data };
  return ofBoth.map(({ links }) => (links.get(nameOf(data))?.linked === linked ? [] : [fact]));
};
