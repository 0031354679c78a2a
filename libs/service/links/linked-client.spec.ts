import { views } from '#libs/testing';
import type { KnownLinkEvent } from './known-link.events.js';
import { linkedClient } from './linked-client.projection.js';

const spec = views(linkedClient);
const told = (type: KnownLinkEvent['type'], mergedId: string): KnownLinkEvent => ({
  ...{ type, occurredAt: '2026-03-01T02:00:00.000Z' },
  data: { survivorId: 'fang', mergedId },
});

describe('clients who are read as another', () => {
  it('are known while they are linked, once, though it is on the streams of both', () => {
    const linked = [told('LinkLearned', 'li'), told('LinkLearned', 'li'), told('LinkLearned', 'mei')];
    spec.given(...linked).thenRows({ mergedId: 'li' }, { mergedId: 'mei' });
    const parted = [told('LinkUnlearned', 'li'), told('LinkUnlearned', 'li')];
    spec.given(...linked, ...parted).thenRows({ survivorId: 'fang', mergedId: 'mei' });
  });
});
