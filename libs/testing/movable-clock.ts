import type { Clock } from '#libs/event-sourcing';

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  /** Sets it to an ISO instant; also back. */
  moveTo(instant: string): void;
  advance(ms: number): void;
}

export const movableClock = (start: string): MovableClock => {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    moveTo: (instant) => {
      now = Date.parse(instant);
    },
    advance: (ms) => {
      now += ms;
    },
  };
};
