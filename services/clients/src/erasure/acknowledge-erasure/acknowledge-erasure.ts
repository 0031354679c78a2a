import type { Acknowledging } from '#contracts/erasure-acknowledged.v1';
import type { Decide } from '#libs/event-sourcing';
import type { Erasure } from '../erasure.js';
import type { ErasureEvent } from '../erasure.events.js';

export class AcknowledgeErasure {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly service: Acknowledging;
      readonly acknowledgedAt: string;
    },
  ) {}
}

/** Each service once. What no log here knows of was ordered before a backup was restored: it is ordered again. */
export const acknowledgeErasure: Decide<AcknowledgeErasure, Erasure, ErasureEvent> = ({ data }, erasure) => {
  const { clientId, service, acknowledgedAt: occurredAt } = data;
  if (erasure.status === 'none' || erasure.reached[service] !== undefined) return [];
  const { storeId } = erasure;
  return [{ type: 'ErasureReached', occurredAt, storeId, data: { clientId, storeId, service } }];
};
