import { decisions } from '#libs/testing';
import { aDocumentPublished } from '../../testing/document.builders.js';
import { aStandardReceived, aStandardSigned } from '../../testing/signature.builders.js';
import { document } from '../../document/document.js';
import { signature } from '../signature.js';
import { ReceiveStandard, receiveStandard } from './receive-standard.js';

const received = aStandardReceived();
const { signatureId, ...given } = received.data;
const standard = [aDocumentPublished({ kind: 'standard', code: given.code })].reduce(
  document.evolve,
  document.initial,
);
const spec = decisions(signature, receiveStandard(signatureId, standard));
const receiving = (version = 1) =>
  new ReceiveStandard({ ...given, version, receivedAt: received.occurredAt });

describe('receiving a standard', () => {
  it('is said once, and said already by who has signed', () => {
    spec.given().when(receiving()).then(received);
    spec.given(received).when(receiving()).thenNothing();
    spec.given(aStandardSigned()).when(receiving()).thenNothing();
  });

  it('is not of a version that was never published', () => {
    spec.given().when(receiving(2)).thenRefused('unknown-version');
  });
});
