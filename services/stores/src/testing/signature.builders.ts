import { STATEMENT, type StandardReceived, type StandardSigned } from '../signature/signature.events.js';

export const aStandardSigned = (data: Partial<StandardSigned['data']> = {}): StandardSigned => ({
  type: 'StandardSigned',
  occurredAt: '2026-03-02T01:00:00.000Z',
  storeId: null,
  data: {
    signatureId: 'standard/front-desk-service#1/somebody',
    ...{ code: 'front-desk-service', storeId: null, version: 1, staffId: 'somebody', statement: STATEMENT },
    ...data,
  },
});

export const aStandardReceived = (data: Partial<StandardReceived['data']> = {}): StandardReceived => ({
  type: 'StandardReceived',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId: null,
  data: {
    signatureId: 'standard/front-desk-service#1/somebody',
    ...{ code: 'front-desk-service', storeId: null, version: 1, staffId: 'somebody' },
    ...data,
  },
});
