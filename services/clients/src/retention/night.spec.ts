import fc from 'fast-check';
import { addDays } from '#libs/calendar';
import { decisions } from '#libs/testing';
import { aDayConfirmed, aRetentionKept, aRetentionRefused } from '../testing/retention-run.builders.js';
import {
  clockDoubt,
  dayOfNight,
  isSeenTo,
  KeepNight,
  keepNight,
  nightOf,
  RefuseNight,
  refuseNight,
  WITHIN_DAYS,
} from './night.js';
import type { RetentionRunEvent } from './retention-run.events.js';
import { retentionRun } from './retention-run.js';

const after = (...facts: RetentionRunEvent[]) => facts.reduce(retentionRun.evolve, retentionRun.initial);
const keeping = (night: string) => {
  const { data, occurredAt: keptAt } = aRetentionKept(night);
  return new KeepNight({ ...data, keptAt });
};

describe('whether a clock is believed', () => {
  it.each([
    ['nobody has ever said which day it is', null, '2026-03-02', 'first-night'],
    ['it is the night after the last', '2026-03-01', '2026-03-02', undefined],
    ['a week was left out', '2026-03-01', '2026-03-08', undefined],
    ['more than a week was left out', '2026-03-01', '2026-03-09', 'clock-ahead'],
    ['it is years later', '2026-03-01', '2031-01-01', 'clock-ahead'],
    ['it went back by some days', '2026-03-08', '2026-03-01', undefined],
    ['it went back further', '2026-03-09', '2026-03-01', 'clock-behind'],
  ] as const)('when %s', (_when, vouchedFor, night, doubt) => {
    expect(clockDoubt(vouchedFor, night)).toBe(doubt);
  });

  it('never lets a night be kept that is more than a week early, by however much the clock jumps and whenever', () => {
    const jump = fc.integer({ min: -4_000, max: 4_000 });
    fc.assert(
      fc.property(jump, fc.nat(20), fc.integer({ min: 1, max: 40 }), (byDays, until, daysAfter) => {
        let run = after(aDayConfirmed('2026-03-01'));
        for (let passed = 0; passed < until + daysAfter; passed += 1) {
          const today = addDays('2026-03-01', passed);
          const shown = passed < until ? today : addDays(today, byDays);
          run = keepNight(keeping(shown), run).reduce(retentionRun.evolve, run);
          if (run.lastNight !== null) expect(run.lastNight <= addDays(today, WITHIN_DAYS)).toBe(true);
        }
      }),
    );
  });
});

describe('a night', () => {
  it('begins at 18:00 UTC and is named by that day', () => {
    expect(nightOf(new Date('2026-03-01T17:59:59.999Z'))).toBe('2026-02-28');
    expect(nightOf(new Date('2026-03-01T18:00:00.000Z'))).toBe('2026-03-01');
  });

  it.each([
    ['Asia/Shanghai', '2026-03-02'],
    ['Pacific/Auckland', '2026-03-02'],
    ['America/Los_Angeles', '2026-03-01'],
  ])('goes by the day that it is then at a store in %s', (timeZone, day) => {
    expect(dayOfNight('2026-03-01')(timeZone)).toBe(day);
  });

  const kept = decisions(retentionRun, keepNight);

  it('is kept once, by whoever of several gets through first', () => {
    kept.given(aDayConfirmed('2026-03-01')).when(keeping('2026-03-01')).then(aRetentionKept('2026-03-01'));
    kept.given(aRetentionKept('2026-03-01')).when(keeping('2026-03-01')).thenNothing();
    kept.given(aRetentionKept('2026-03-02')).when(keeping('2026-03-01')).thenNothing();
  });

  it('is not kept by one whose clock is doubted, even if another is believed meanwhile', () => {
    kept.given(aRetentionKept('2026-03-01')).when(keeping('2031-01-01')).thenNothing();
    kept.given().when(keeping('2026-03-01')).thenNothing();
  });

  it('is over for good when it or a later one was kept', () => {
    expect(isSeenTo(after(aRetentionKept('2026-03-02')), '2026-03-01')).toBe(true);
    expect(isSeenTo(after(aRetentionKept('2026-03-02')), '2026-03-03')).toBe(false);
  });

  it('is still to come when a wrong clock had one kept years ahead, once somebody has said which day it is', () => {
    const wrong = aRetentionKept('2031-01-01');
    expect(isSeenTo(after(wrong), '2026-03-02')).toBe(false);
    kept.given(wrong).when(keeping('2026-03-02')).thenNothing();
    kept
      .given(wrong, aDayConfirmed('2026-03-01'))
      .when(keeping('2026-03-02'))
      .then(aRetentionKept('2026-03-02'));
  });
});

describe('a night that is refused', () => {
  const refused = decisions(retentionRun, refuseNight);
  const deaf = aRetentionRefused();
  const refusing = ({ data, occurredAt: refusedAt }: typeof deaf) => new RefuseNight({ ...data, refusedAt });

  it('says why, once for each doubt', () => {
    const away = aRetentionRefused({ why: 'away', service: 'stores' });
    refused.given(aDayConfirmed()).when(refusing(deaf)).then(deaf);
    refused.given(aDayConfirmed(), deaf).when(refusing(away)).then(away);
    refused.given(aDayConfirmed(), deaf, away).when(refusing(deaf)).thenNothing();
  });

  it('says so again the next night', () => {
    const next = aRetentionRefused({ night: '2026-03-02' });
    refused.given(aDayConfirmed(), deaf).when(refusing(next)).then(next);
  });

  it('is not refused any more when another process has kept it', () => {
    refused.given(aDayConfirmed(), aRetentionKept('2026-03-01')).when(refusing(deaf)).thenNothing();
  });

  it('is forgotten when a night was kept, or somebody has said which day it is', () => {
    expect(after(aDayConfirmed(), deaf).refusals).toEqual([deaf.data]);
    expect(after(aDayConfirmed(), deaf, aRetentionKept('2026-03-02')).refusals).toEqual([]);
    expect(after(aDayConfirmed(), deaf, aDayConfirmed('2026-03-02')).refusals).toEqual([]);
  });
});
