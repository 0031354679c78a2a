import { decisions } from '#libs/testing';
import { aDocumentPublished } from '../../testing/document.builders.js';
import { aStandardReceived, aStandardSigned } from '../../testing/signature.builders.js';
import { document } from '../../document/document.js';
import { signature } from '../signature.js';
import { SignStandard, signStandard } from './sign-standard.js';

const signed = aStandardSigned();
const { signatureId, ...given } = signed.data;
const standard = [
  aDocumentPublished({ kind: 'standard', code: given.code }),
  aDocumentPublished({ kind: 'standard', code: given.code, version: 2, content: null }),
].reduce(document.evolve, document.initial);
const spec = decisions(signature, signStandard(signatureId, standard));
const signing = (version = 1) => new SignStandard({ ...given, version, signedAt: signed.occurredAt });

describe('signing a standard', () => {
  it('is by one person, of one version, once', () => {
    spec.given().when(signing()).then(signed);
    spec.given(signed).when(signing()).thenNothing();
    spec.given(aStandardReceived()).when(signing()).then(signed);
  });

  it('is not of a version that was never published, nor of a withdrawal', () => {
    spec.given().when(signing(3)).thenRefused('unknown-version');
    spec.given().when(signing(2)).thenRefused('unknown-version');
  });
});
