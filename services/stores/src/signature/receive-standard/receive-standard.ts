import type { Decide } from '#libs/event-sourcing';
import type { Document } from '../../document/document.js';
import type { SignatureEvent, StandardReceived } from '../signature.events.js';
import { publishedVersion, type Signature } from '../signature.js';

export class ReceiveStandard {
  constructor(
    readonly data: Omit<StandardReceived['data'], 'signatureId'> & { readonly receivedAt: string },
  ) {}
}

/** Who has signed has it. */
export const receiveStandard =
  (signatureId: string, standard: Document): Decide<ReceiveStandard, Signature, SignatureEvent> =>
  ({ data }, { received }) => {
    const { receivedAt: occurredAt, ...given } = data;
    if (received) return [];
    publishedVersion(standard, given);
    const { storeId } = given;
    return [{ type: 'StandardReceived', occurredAt, storeId, data: { ...given, signatureId } }];
  };
