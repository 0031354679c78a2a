import type { Projection } from '#libs/event-sourcing';
import type { SignatureEvent } from '../signature.events.js';

export interface SignatureRow {
  signatureId: string;
  staffId: string;
  signedAt: string;
}

/** Who signed what, found by both together. */
export const signatureView: Projection<SignatureEvent, SignatureRow> = {
  name: 'signature',
  of: ['signature'],
  columns: { signatureId: 'text', staffId: 'text not null', signedAt: 'timestamptz not null' },
  key: 'signatureId',
  on: {
    StandardSigned: ({ data: { signatureId, staffId }, occurredAt: signedAt }, rows) =>
      rows.set(signatureId, { signatureId, staffId, signedAt }),
  },
};
