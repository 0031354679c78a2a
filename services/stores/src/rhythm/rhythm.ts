import type { Aggregate } from '#libs/event-sourcing';
import type { RhythmEvent, RhythmKind, RhythmNoted } from './rhythm.events.js';

export type Rhythm = { readonly status: 'untold' } | ({ readonly status: 'told' } & RhythmNoted['data']);

/** One kind, in one store, on one day. */
export const rhythm: Aggregate<Rhythm, RhythmEvent> = {
  category: 'rhythm',
  initial: { status: 'untold' },
  evolve: (_before, { data }) => ({ status: 'told', ...data }),
  storeOf: (state) => (state.status === 'untold' ? null : state.storeId),
};

export const rhythmId = (storeId: string, kind: RhythmKind, day: string): string =>
  `${storeId}/${kind}/${day}`;
