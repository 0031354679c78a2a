import type { Clock } from '#libs/event-sourcing';

/** The machine's clock, moved by a fixed offset where one is set. */
export const systemClock = (offsetMs: number): Clock => ({ now: () => new Date(Date.now() + offsetMs) });
