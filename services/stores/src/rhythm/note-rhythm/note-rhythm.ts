import { Rejection, type Decide } from '#libs/event-sourcing';
import type { RhythmEvent, RhythmNoted } from '../rhythm.events.js';
import type { Rhythm } from '../rhythm.js';

export class NoteRhythm {
  constructor(readonly data: Omit<RhythmNoted['data'], 'day'> & NotedOn) {}
}

interface NotedOn {
  /** Today in the store, when null. */
  readonly day: string | null;
  readonly notedAt: string;
}

/** What is yet to come was not held; what was said already is not said again, whoever says it. */
export const noteRhythm =
  (today: string): Decide<NoteRhythm, Rhythm, RhythmEvent> =>
  ({ data }, state) => {
    const { notedAt: occurredAt, day: given, ...noted } = data;
    const day = given ?? today;
    if (day > today) {
      throw new Rejection('in-the-future', 'What is recorded must have happened already.', { day });
    }
    if (state.status === 'told' && saysTheSame(state, noted)) return [];
    return [{ type: 'RhythmNoted', occurredAt, storeId: noted.storeId, data: { ...noted, day } }];
  };

type Said = Pick<RhythmNoted['data'], 'held' | 'topics' | 'note'>;

const saysTheSame = (one: Said, other: Said): boolean =>
  one.held === other.held &&
  one.note === other.note &&
  one.topics.length === other.topics.length &&
  one.topics.every((topic) => other.topics.includes(topic));
