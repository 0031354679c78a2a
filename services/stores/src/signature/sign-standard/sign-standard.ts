import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Document } from '../../document/document.js';
import { type SignatureEvent, type StandardSigned } from '../signature.events.js';
import type { Signature } from '../signature.js';

export class SignStandard {
  constructor(readonly data: Omit<StandardSigned['data'], 'signatureId'> & { readonly signedAt: string }) {}
}

/** A version that was published, also before it begins; a signature stays whatever is published later. */
export const signStandard =
  (signatureId: string, { versions }: Document): Decide<SignStandard, Signature, SignatureEvent> =>
  ({ data }, { signed }) => {
    const { signedAt: occurredAt, ...given } = data;
    if (signed) return [];
    const { code, version, storeId } = given;
    const published = versions.find((one) => one.version === version);
    if (published === undefined || published.content === null) {
      throw new Rejection(
        'unknown-version',
        'There is no such version.',
        { code, version, storeId },
        'not-found',
      );
    }
    return [{ type: 'StandardSigned', occurredAt, storeId, data: { ...given, signatureId } }];
  };
