import { clientStreams, nobody } from '#libs/service';
import type { KnownStoreEvent } from '../known-store/known-store.events.js';
import type { ComplaintEvent, ComplaintTold } from '../complaint/complaint.events.js';

const hers = ({ data }: { data: ComplaintTold }): readonly (string | null)[] => [data.clientId];

export const clientStream = clientStreams<ComplaintEvent | KnownStoreEvent>({
  ComplaintOpened: hers,
  AnswerDueSoon: hers,
  ComplaintBreached: hers,
  BreachWithdrawn: hers,
  ComplaintAnswered: hers,
  ComplaintClosed: hers,
  StoreLearned: nobody,
});
