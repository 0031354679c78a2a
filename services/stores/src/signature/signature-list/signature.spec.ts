import { views } from '#libs/testing';
import { aStandardSigned } from '../../testing/signature.builders.js';
import { signatureView } from './signature.projection.js';

describe('signatures', () => {
  it('say who signed which version when', () => {
    const { data, occurredAt } = aStandardSigned();
    const { signatureId, staffId } = data;
    views(signatureView).given(aStandardSigned()).thenRows({ signatureId, staffId, signedAt: occurredAt });
  });
});
