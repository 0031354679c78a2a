import { addDays } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ClientRequestEvent, ClientRequestMade, Proof } from '../client-request.events.js';
import type { ClientRequest } from '../client-request.js';

export class MakeRequest {
  constructor(readonly data: Omit<ClientRequestMade['data'], 'dueOn'> & { readonly recordedAt: string }) {}
}

/** Whoever asks for her shows what she is to her; a near relative asks for one who has died, and shows that. */
export const makeRequest =
  (daysToAnswer: number): Decide<MakeRequest, ClientRequest, ClientRequestEvent> =>
  ({ data: { recordedAt: occurredAt, ...made } }, request) => {
    if (request !== null) return [];
    checkAsker(made);
    const dueOn = addDays(made.madeOn, daysToAnswer);
    const proofs = [...made.proofs].sort();
    return [
      { type: 'ClientRequestMade', occurredAt, storeId: made.storeId, data: { ...made, proofs, dueOn } },
    ];
  };

type Made = Pick<ClientRequestMade['data'], 'askedBy' | 'relation' | 'proofs'>;

const OF_DEATH: readonly Proof[] = ['death-certificate', 'court-paper'];

const checkAsker = ({ askedBy, relation, proofs }: Made): void => {
  if (askedBy === 'herself') {
    if (relation === null) return;
    throw new Rejection('no-relation-to-herself', 'Whoever asks for herself has no relation to name.');
  }
  if (relation === null)
    throw new Rejection('relation-needed', 'Say what whoever asks is to her.', { askedBy });
  if (proofs.length === 0)
    throw new Rejection('proof-needed', 'See what shows the relation, and say what it was.', { askedBy });
  if (askedBy === 'near-relative' && !proofs.some((proof) => OF_DEATH.includes(proof))) {
    const sentence = 'Near relatives ask for one who has died: see what shows that, and say what it was.';
    throw new Rejection('proof-of-death-needed', sentence, { oneOf: OF_DEATH });
  }
};
