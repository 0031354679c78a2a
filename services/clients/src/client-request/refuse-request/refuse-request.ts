import type { Decide } from '#libs/event-sourcing';
import type { ClientRequestEvent, RefusalReason } from '../client-request.events.js';
import { toSettle, type ClientRequest } from '../client-request.js';

export class RefuseRequest {
  constructor(
    readonly data: {
      readonly requestId: string;
      readonly reason: RefusalReason;
      readonly refusedAt: string;
    },
  ) {}
}

/** With a reason, which she is told (PIPL 50); once. */
export const refuseRequest: Decide<RefuseRequest, ClientRequest, ClientRequestEvent> = (
  { data: { requestId, reason, refusedAt: occurredAt } },
  request,
) => {
  const whose = toSettle(requestId, request, { outcome: 'refused', reason });
  if (whose === null) return [];
  const data = { ...whose, reason, answeredOn: occurredAt.slice(0, 10) };
  return [{ type: 'ClientRequestRefused', occurredAt, storeId: whose.storeId, data }];
};
