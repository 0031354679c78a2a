import type { Aggregate } from '#libs/event-sourcing';
import type { KnownLinkEvent } from './known-link.events.js';

export interface KnownLink {
  readonly linked: boolean;
}

/** One stream for each two, so that what is told of others does not matter to them. */
export const knownLink: Aggregate<KnownLink, KnownLinkEvent> = {
  category: 'known-link',
  initial: { linked: false },
  evolve: (_before, { type }) => ({ linked: type === 'LinkLearned' }),
};
