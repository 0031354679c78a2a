import type { KnownLinkEvent } from './known-link.events.js';
import { KnownLinksQuery } from './known-links.query.js';
import { LearnLinks } from './learn-links.consumer.js';
import { linkedClient } from './linked-client.projection.js';

/** What a service lists that follows when clients are merged and parted. */
export const knownLinkSlices = {
  controllers: [LearnLinks],
  providers: [KnownLinksQuery],
  views: [linkedClient],
};

/** Of whom a link tells. */
export const bothLinked = ({ data: { survivorId, mergedId } }: KnownLinkEvent): readonly string[] => [
  survivorId,
  mergedId,
];
