import type { Message } from '#libs/contracts';
import type { Recorded } from '#libs/event-sourcing';
import { spanIdOf, type Span } from '#libs/tracing';

/** A fact that others were told: from when it was recorded until the transport had it. */
export const tellingSpan = (event: Recorded, type: string, toldAt: number): Span => ({
  name: `tell ${type}`,
  kind: 'producer',
  correlationId: event.correlationId,
  spanId: spanIdOf(event.id),
  parentSpanId: spanIdOf(event.commandId),
  startedAt: Math.min(Date.parse(event.recordedAt), toldAt),
  endedAt: toldAt,
  attributes: { 'messaging.message.id': event.id, 'liren.position': event.position },
});

/** A message that was taken, or parked: what it leads to has the same command id. */
export const takingSpan = (
  message: Message,
  commandId: string,
  took: Pick<Span, 'startedAt' | 'endedAt' | 'failure'>,
): Span => ({
  name: `take ${message.type}`,
  kind: 'consumer',
  correlationId: message.correlationId,
  spanId: spanIdOf(commandId),
  parentSpanId: spanIdOf(message.id),
  ...took,
  attributes: { 'messaging.message.id': message.id, 'messaging.source': message.source },
});
