import type { DomainEvent } from '#libs/event-sourcing';
import { views } from '#libs/testing';
import { clientStreams, nobody, whoseStream } from './client-stream.projection.js';

type Met = DomainEvent<'Met', { clientId: string | null; friendId: string | null }>;
type Parted = DomainEvent<'Parted', object>;
type Greeted = DomainEvent<'Greeted', object>;

const streams = views(
  clientStreams<Met | Parted | Greeted>({
    Met: ({ data }) => [data.clientId, data.friendId],
    Parted: nobody,
    Greeted: whoseStream,
  }),
);
const met = (clientId: string | null, friendId: string | null) => ({
  ...{ type: 'Met' as const, occurredAt: '2026-03-01T02:00:00.000Z', stream: 'meeting:1' },
  data: { clientId, friendId },
});

describe('the streams that tell of a client', () => {
  it('are found for each client a fact names, once', () => {
    streams
      .given(met('fang', 'li'), met('fang', null))
      .thenRows({ clientId: 'fang', stream: 'meeting:1' }, { clientId: 'li', stream: 'meeting:1' });
  });

  it('are none of nobody’s', () => {
    streams.given(met(null, null), { ...met(null, null), type: 'Parted' }).thenRows();
  });

  it('are hers whose id names them, whatever the fact says', () => {
    const greeted = { ...met(null, null), type: 'Greeted' as const, stream: 'greeting:fang' };
    streams.given(greeted).thenRows({ clientId: 'fang', stream: 'greeting:fang' });
  });
});
