import type { Projection } from '#libs/event-sourcing';
import type { RhythmEvent, RhythmKind } from '../rhythm.events.js';
import { rhythmId } from '../rhythm.js';

export interface RhythmRow {
  rhythmId: string;
  storeId: string;
  kind: RhythmKind;
  day: string;
  held: boolean;
  topics: readonly string[];
  note: string | null;
  by: string;
  notedAt: string;
}

/** What was held and what was not, as it was last said. */
export const rhythmList: Projection<RhythmEvent, RhythmRow> = {
  name: 'rhythm_list',
  of: ['rhythm'],
  columns: {
    rhythmId: 'text',
    storeId: 'text not null',
    kind: 'text not null',
    day: 'text not null',
    held: 'boolean not null',
    topics: 'jsonb not null',
    note: 'text',
    by: 'text not null',
    notedAt: 'timestamptz not null',
  },
  key: 'rhythmId',
  store: 'storeId',
  indexes: ['"storeId", day'],
  on: {
    RhythmNoted: ({ data, occurredAt: notedAt }, rows) => {
      const id = rhythmId(data.storeId, data.kind, data.day);
      rows.set(id, { rhythmId: id, ...data, notedAt });
    },
  },
};
