import type {
  ClientRequestAnswered,
  ClientRequestMade,
  ClientRequestRefused,
} from '../client-request/client-request.events.js';

const whose = {
  requestId: '01900000-0000-7000-8000-0000000000d1',
  clientId: '01900000-0000-7000-8000-00000000000c',
  storeId: 'sh-01',
};

export const clientRequestMade = (data: Partial<ClientRequestMade['data']> = {}): ClientRequestMade => ({
  type: 'ClientRequestMade',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId: 'sh-01',
  data: {
    ...whose,
    ...{ kind: 'copy', askedBy: 'herself', relation: null, proofs: [] },
    ...{ madeOn: '2026-03-01', dueOn: '2026-03-16' },
    ...data,
  },
});

export const clientRequestAnswered = (): ClientRequestAnswered => ({
  type: 'ClientRequestAnswered',
  occurredAt: '2026-03-10T02:00:00.000Z',
  storeId: 'sh-01',
  data: { ...whose, answeredOn: '2026-03-10' },
});

export const clientRequestRefused = (
  data: Partial<ClientRequestRefused['data']> = {},
): ClientRequestRefused => ({
  type: 'ClientRequestRefused',
  occurredAt: '2026-03-10T02:00:00.000Z',
  storeId: 'sh-01',
  data: { ...whose, answeredOn: '2026-03-10', reason: 'kept-by-law', ...data },
});
