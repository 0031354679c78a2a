import type { Decide } from '#libs/event-sourcing';
import type { ClientRequestEvent } from '../client-request.events.js';
import { toSettle, type ClientRequest } from '../client-request.js';

export class AnswerRequest {
  constructor(readonly data: { readonly requestId: string; readonly answeredAt: string }) {}
}

/** Done as she asked; once. */
export const answerRequest: Decide<AnswerRequest, ClientRequest, ClientRequestEvent> = (
  { data: { requestId, answeredAt: occurredAt } },
  request,
) => {
  const whose = toSettle(requestId, request, { outcome: 'answered' });
  if (whose === null) return [];
  const data = { ...whose, answeredOn: occurredAt.slice(0, 10) };
  return [{ type: 'ClientRequestAnswered', occurredAt, storeId: whose.storeId, data }];
};
