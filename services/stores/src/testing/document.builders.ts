import type { DocumentPublished } from '../document/document.events.js';

export const aDocumentPublished = (
  data: Partial<DocumentPublished['data']> = {},
  occurredAt = '2026-03-01T01:00:00.000Z',
): DocumentPublished => ({
  type: 'DocumentPublished',
  occurredAt,
  storeId: data.storeId ?? null,
  data: {
    kind: 'check-list',
    code: 'hygiene',
    storeId: null,
    version: 1,
    effectiveFrom: '2026-03-01',
    content: { title: 'Hygiene', points: [{ pointId: 'towels', text: 'Towels are fresh' }] },
    ...data,
  },
});
