/** How long a complaint may wait for its answer, in hours on the clock: nights and holidays count. */
export interface AnswerClock {
  readonly version: string;
  readonly hoursToAnswer: number;
  /** After how many hours staff are warned. */
  readonly hoursToWarning: number;
}

/** An answer within 24 hours, as the handbooks have it (CP-03). */
export const withinADay: AnswerClock = { version: 'answer-clock@1', hoursToAnswer: 24, hoursToWarning: 20 };
