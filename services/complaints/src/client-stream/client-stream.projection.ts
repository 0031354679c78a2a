import { bothLinked, clientStreams, nobody } from '#libs/service';
import type { ComplaintFact } from '../publishing/complaint.publisher.js';
import type { ComplaintTold } from '../complaint/complaint.events.js';

const hers = ({ data }: { data: ComplaintTold }): readonly (string | null)[] => [data.clientId];

export const clientStream = clientStreams<ComplaintFact>({
  ComplaintOpened: hers,
  AnswerDueSoon: hers,
  ComplaintBreached: hers,
  BreachWithdrawn: hers,
  ComplaintAnswered: hers,
  ComplaintClosed: hers,
  StoreLearned: nobody,
  LinkLearned: bothLinked,
  LinkUnlearned: bothLinked,
});
