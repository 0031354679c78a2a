import { clientStreams } from '#libs/service';
import type { ComplaintEvent, ComplaintTold } from '../complaint/complaint.events.js';

const hers = ({ data }: { data: ComplaintTold }): readonly (string | null)[] => [data.clientId];

export const clientStream = clientStreams<ComplaintEvent>(['complaint'], {
  ComplaintOpened: hers,
  AnswerDueSoon: hers,
  ComplaintBreached: hers,
  BreachWithdrawn: hers,
  ComplaintAnswered: hers,
  ComplaintClosed: hers,
});
