import { views } from '#libs/testing';
import { aStandardReceived, aStandardSigned } from '../../testing/signature.builders.js';
import { signatureView } from './signature.projection.js';

describe('signatures', () => {
  const signed = aStandardSigned();
  const received = aStandardReceived();

  it('say who signed which version when, and has it from then', () => {
    const { signatureId, staffId } = signed.data;
    const at = signed.occurredAt;
    views(signatureView).given(signed).thenRows({ signatureId, staffId, receivedAt: at, signedAt: at });
  });

  it('say who has it and has not signed, and since when who signed later', () => {
    views(signatureView).given(received).thenRows({ receivedAt: received.occurredAt, signedAt: null });
    views(signatureView)
      .given(received, signed)
      .thenRows({ receivedAt: received.occurredAt, signedAt: signed.occurredAt });
  });
});
