import { Controller, Inject } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { clientErased } from '#contracts/clients/client-erased.v1';
import { ACKNOWLEDGING, erasureAcknowledged, type Acknowledging } from '#contracts/erasure-acknowledged.v1';
import type { Message } from '#libs/contracts';
import { commandContext, EventStore, streamOf } from '#libs/event-store';
import type { Clock, DomainEvent } from '#libs/event-sourcing';
import { FIRST, kept, tell, type Publisher } from '#libs/messaging';
import { CLOCK } from '../tokens.js';
import { acknowledgement, type ErasureAcknowledged } from './erasure-acknowledged.js';

/**
 * Every service says that an erasure has reached it. None keeps anything that tells who a client was, so there is nothing
 * to let go of; its facts stay, of nobody. Views do not follow this stream. First, so that from then on nothing is asked for her
 * (`unerased`), and whatever else follows finds all there will be.
 */
@Controller()
export class AcknowledgeErasure {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @EventPattern(clientErased.type, FIRST)
  async on({ data: { clientId } }: Message<typeof clientErased>): Promise<void> {
    const occurredAt = this.clock.now().toISOString();
    const fact: ErasureAcknowledged = { type: 'ErasureAcknowledged', occurredAt, data: { clientId } };
    await this.events.append({
      context: commandContext(),
      streams: [{ stream: streamOf(acknowledgement, clientId), expected: 'any', events: [fact] }],
    });
  }
}

export const acknowledges = (service: string): service is Acknowledging =>
  (ACKNOWLEDGING as readonly string[]).includes(service);

/** What a service tells, with that. */
export const alsoAcknowledging = (service: string, publisher: Publisher<never> | undefined) => {
  if (!acknowledges(service)) return publisher as Publisher<DomainEvent> | undefined;
  const acknowledged = erasureAcknowledged(service);
  const publish: Publisher<ErasureAcknowledged> = {
    ErasureAcknowledged: ({ data: { clientId }, occurredAt }) =>
      tell(acknowledged, { clientId, acknowledgedAt: occurredAt }),
  };
  return { ...(publisher ?? tellingNothing), ...publish } as Publisher<DomainEvent>;
};

/** Facts of a service that tells nothing else. */
const tellingNothing: Readonly<Record<string, typeof kept>> = {};
