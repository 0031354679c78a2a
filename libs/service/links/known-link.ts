import type { Aggregate } from '#libs/event-sourcing';
import type { KnownLinkEvent, Link } from './known-link.events.js';

/** What was told of each two that she is one of: whether they are linked now. */
export interface KnownLink {
  readonly links: ReadonlyMap<string, Link & { readonly linked: boolean }>;
}

export const nameOf = ({ survivorId, mergedId }: Link): string => `${survivorId}/${mergedId}`;

/**
 * A stream for each client, so that who is one person is read from the log itself. Each two are kept apart from others: of
 * two survivors it may be told in any order.
 */
export const knownLink: Aggregate<KnownLink, KnownLinkEvent> = {
  category: 'known-link',
  initial: { links: new Map() },
  evolve: ({ links }, { type, data }) => ({
    links: new Map(links).set(nameOf(data), { ...data, linked: type === 'LinkLearned' }),
  }),
};

/** The links that hold. */
export const linksIn = (known: readonly KnownLink[]): Link[] =>
  known.flatMap(({ links }) => [...links.values()].filter(({ linked }) => linked));
