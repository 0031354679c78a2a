import type { DayConfirmed, RetentionKept, RetentionRefused } from '../retention/retention-run.events.js';

const REFUSED = { night: '2026-03-01', why: 'not-heard', service: 'visits' } as const;

export const aRetentionKept = (night = '2026-03-01'): RetentionKept => ({
  type: 'RetentionKept',
  occurredAt: `${night}T18:00:00.000Z`,
  data: { night, restricted: 0, erased: 0 },
});

export const aRetentionRefused = (data: Partial<RetentionRefused['data']> = {}): RetentionRefused => {
  const refused = { ...REFUSED, ...data };
  return { type: 'RetentionRefused', occurredAt: `${refused.night}T18:00:00.000Z`, data: refused };
};

export const aDayConfirmed = (day = '2026-03-01'): DayConfirmed => ({
  type: 'DayConfirmed',
  occurredAt: `${day}T09:00:00.000Z`,
  data: { day, reason: 'closed for repairs' },
});
