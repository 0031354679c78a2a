import { views } from '#libs/testing';
import {
  clientsMerged,
  clientsUnmerged,
  complaintBreached,
  complaintBreachWithdrawn,
  complaintOpened,
  contactMade,
  goodsReturned,
  pointsEarned,
  pointsReversed,
  referralReversed,
  referralRewarded,
  storeOpened,
  taskMissed,
  taskMissWithdrawn,
  visitCompleted,
} from '../../testing/message.builders.js';
import { metricLedger } from './metric-ledger.projection.js';

const ledger = views(metricLedger);

describe('the ledger of metrics', () => {
  it('counts a visit as revenue, lines and a visit of its client, on the store’s day', () => {
    ledger
      .given(visitCompleted())
      .thenRows(
        { metric: 'gross', delta: 49_799, storeId: 'sh-01', occurredOn: '2026-03-01', definitionVersion: 1 },
        { metric: 'sale-lines', delta: 2 },
        { metric: 'visits', delta: 1, clientId: '01900000-0000-7000-8000-00000000000c' },
      );
  });

  it('counts goods taken back on the day they are taken back', () => {
    ledger
      .given(goodsReturned())
      .thenRows(
        { metric: 'returns', delta: 19_999, occurredOn: '2026-03-05' },
        { metric: 'return-lines', delta: 1, occurredOn: '2026-03-05' },
      );
  });

  it('counts points as issued when earned, and no longer when reversed', () => {
    ledger
      .given(pointsEarned(), pointsReversed())
      .thenRows({ metric: 'points-issued', delta: 497 }, { metric: 'points-issued', delta: -199 });
  });

  it('counts a referral as rewarded, and no longer when that is undone', () => {
    ledger
      .given(referralRewarded(), referralReversed())
      .thenRows({ metric: 'referrals-rewarded', delta: 1 }, { metric: 'referrals-rewarded', delta: -1 });
  });

  it('counts follow-ups done and missed, and a miss no longer when the call proves unneeded', () => {
    ledger
      .given(contactMade(), taskMissed(), taskMissWithdrawn())
      .thenRows(
        { metric: 'follow-ups-done', delta: 1 },
        { metric: 'follow-ups-missed', delta: 1, occurredOn: '2026-03-02' },
        { metric: 'follow-ups-missed', delta: -1, occurredOn: '2026-03-02' },
      );
  });

  it('counts complaints opened and breached, and a breach no longer when it proves to be none', () => {
    ledger
      .given(complaintOpened(), complaintBreached(), complaintBreachWithdrawn())
      .thenRows(
        { metric: 'complaints-opened', delta: 1 },
        { metric: 'complaints-breached', delta: 1 },
        { metric: 'complaints-breached', delta: -1, occurredOn: '2026-03-02' },
      );
  });

  it('counts nothing for the opening of a store, nor for who is one person', () => {
    ledger.given(storeOpened(), clientsMerged(), clientsUnmerged()).thenRows();
  });
});
