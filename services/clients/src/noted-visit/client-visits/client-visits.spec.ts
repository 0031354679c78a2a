import { views } from '#libs/testing';
import { aReturnNoted, aVisitNoted } from '../../testing/noted-visit.builders.js';
import { clientVisits } from './client-visits.projection.js';

const spec = views(clientVisits);
const visit = aVisitNoted();
const returned = aReturnNoted();

describe('visits of a client', () => {
  it('show what she had and paid, when and where', () => {
    spec.given(visit).thenRows({
      id: visit.data.visitId,
      kind: 'visit',
      visitId: null,
      storeId: 'sh-01',
      happenedAt: visit.occurredAt,
      happenedOn: '2026-03-01',
      amountMinor: 29_800,
      lines: visit.data.lines,
    });
  });

  it('show beside them what she brought back', () => {
    const { returnId: id, visitId } = returned.data;
    const row = { id, kind: 'return', visitId, happenedOn: '2026-03-03', amountMinor: 9_800 } as const;
    spec.given(visit, returned).thenRows({ kind: 'visit', amountMinor: 29_800 }, row);
  });
});
