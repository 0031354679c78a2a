import { decisions } from '#libs/testing';
import { aDayConfirmed, aRetentionKept, aRetentionRefused } from '../../testing/retention-run.builders.js';
import { retentionRun } from '../retention-run.js';
import { ConfirmDay, confirmDay } from './confirm-day.js';

const spec = decisions(retentionRun, confirmDay);
const confirmed = aDayConfirmed('2026-04-10');
const { occurredAt: confirmedAt } = confirmed;
const confirming = (day: string) => new ConfirmDay({ ...confirmed.data, day, confirmedAt });

describe('confirming which day it is', () => {
  it('is recorded with its reason, before the first night and after a long pause', () => {
    spec.given().when(confirming('2026-04-10')).then(confirmed);
    const paused = [
      aRetentionKept('2026-03-01'),
      aRetentionRefused({ night: '2026-04-09', why: 'clock-ahead' }),
    ];
    spec
      .given(...paused)
      .when(confirming('2026-04-10'))
      .then(confirmed);
  });

  it('changes nothing when nobody doubts that day', () => {
    spec.given(confirmed).when(confirming('2026-04-10')).thenNothing();
    spec.given(aRetentionKept('2026-04-10')).when(confirming('2026-04-10')).thenNothing();
  });

  it.each(['2026-04-09', '2026-04-11'])('takes %s, which it may be at a store', (day) => {
    spec
      .given()
      .when(confirming(day))
      .then({ ...confirmed, data: { ...confirmed.data, day } });
  });

  it.each(['2026-04-08', '2026-04-12', '2023-04-10'])(
    'is refused for %s, which the clock does not show',
    (day) => {
      spec
        .given()
        .when(confirming(day))
        .thenRefused('clock-says-otherwise', { day, clockSays: '2026-04-10' });
    },
  );
});
