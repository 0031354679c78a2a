import type { Decide } from '#libs/event-sourcing';
import type { Document } from '../../document/document.js';
import type { SignatureEvent, StandardSigned } from '../signature.events.js';
import { publishedVersion, type Signature } from '../signature.js';

export class SignStandard {
  constructor(readonly data: Omit<StandardSigned['data'], 'signatureId'> & { readonly signedAt: string }) {}
}

/** A version that was published, also before it begins; a signature stays whatever is published later. */
export const signStandard =
  (signatureId: string, standard: Document): Decide<SignStandard, Signature, SignatureEvent> =>
  ({ data }, { signed }) => {
    const { signedAt: occurredAt, ...given } = data;
    if (signed) return [];
    publishedVersion(standard, given);
    const { storeId } = given;
    return [{ type: 'StandardSigned', occurredAt, storeId, data: { ...given, signatureId } }];
  };
