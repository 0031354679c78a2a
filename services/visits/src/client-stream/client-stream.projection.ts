import { clientStreams } from '#libs/service';
import type { UnmatchedReturnEvent } from '../unmatched-return/unmatched-return.events.js';
import type { VisitEvent } from '../visit/visit.events.js';

export const clientStream = clientStreams<VisitEvent | UnmatchedReturnEvent>(['visit', 'unmatched-return'], {
  VisitCompleted: ({ data }) => [data.clientId],
  GoodsReturned: ({ data }) => [data.visit.clientId],
  UnmatchedReturnRecorded: ({ data }) => [data.clientId],
});
