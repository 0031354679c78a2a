import { views } from '#libs/testing';
import type { KnownLinkEvent } from '../known-link.events.js';
import { linkedMember } from './linked-member.projection.js';

const spec = views(linkedMember);
const told = (type: KnownLinkEvent['type'], mergedId: string): KnownLinkEvent => ({
  ...{ type, occurredAt: '2026-03-01T02:00:00.000Z' },
  data: { survivorId: 'fang', mergedId },
});

describe('members who are counted as another', () => {
  it('are known while they are linked', () => {
    const linked = [told('LinkLearned', 'li'), told('LinkLearned', 'mei')];
    spec.given(...linked).thenRows({ mergedId: 'li' }, { mergedId: 'mei' });
    spec.given(...linked, told('LinkUnlearned', 'li')).thenRows({ survivorId: 'fang', mergedId: 'mei' });
  });
});
