import { decisions } from '#libs/testing';
import { clientRequestAnswered, clientRequestMade } from '../../testing/client-request.builders.js';
import { clientRequest } from '../client-request.js';
import { MakeRequest, makeRequest } from './make-request.js';

const spec = decisions(clientRequest, makeRequest(15));
const made = clientRequestMade();
const making = (changed: Partial<MakeRequest['data']> = {}) => {
  const { dueOn: _, ...told } = made.data;
  return new MakeRequest({ ...told, recordedAt: made.occurredAt, ...changed });
};

describe('taking a request of a client', () => {
  it('counts the days from when it was made, not from when it was recorded', () => {
    spec.given().when(making()).then(made);
    const days = { madeOn: '2026-02-20', dueOn: '2026-03-07' };
    spec
      .given()
      .when(making({ madeOn: '2026-02-20' }))
      .then(clientRequestMade(days));
    decisions(clientRequest, makeRequest(30))
      .given()
      .when(making())
      .then(clientRequestMade({ dueOn: '2026-03-31' }));
  });

  it('is one request, however often it is taken', () => {
    spec.given(made).when(making()).thenNothing();
    spec.given(made, clientRequestAnswered()).when(making()).thenNothing();
  });

  it('wants to know of a guardian what she is to her, and that this was shown', () => {
    const guardian = { askedBy: 'guardian', relation: 'parent', proofs: ['birth-certificate'] } as const;
    spec.given().when(making(guardian)).then(clientRequestMade(guardian));
    spec
      .given()
      .when(making({ ...guardian, relation: null }))
      .thenRefused('relation-needed');
    spec
      .given()
      .when(making({ ...guardian, proofs: [] }))
      .thenRefused('proof-needed');
  });

  it('takes one of a near relative for who has died, once that was shown (PIPL 49)', () => {
    const relative = { askedBy: 'near-relative', relation: 'child' } as const;
    const kin = 'household-register' as const;
    for (const death of ['death-certificate', 'court-paper'] as const) {
      const proofs = [death, kin];
      spec
        .given()
        .when(making({ ...relative, proofs: proofs.toReversed() }))
        .then(clientRequestMade({ ...relative, proofs: proofs.toSorted() }));
    }
    spec
      .given()
      .when(making({ ...relative, proofs: [kin] }))
      .thenRefused('proof-of-death-needed');
  });

  it('has no relation where she asks herself', () => {
    spec
      .given()
      .when(making({ relation: 'parent' }))
      .thenRefused('no-relation-to-herself');
  });
});
