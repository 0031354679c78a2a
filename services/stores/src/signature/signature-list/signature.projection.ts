import type { Projection } from '#libs/event-sourcing';
import type { SignatureEvent } from '../signature.events.js';

export interface SignatureRow {
  signatureId: string;
  staffId: string;
  /** When she said that she has it; by signing, if not before. */
  receivedAt: string;
  /** Null while she has not signed. */
  signedAt: string | null;
}

/** Who received and who signed what, found by both together. */
export const signatureView: Projection<SignatureEvent, SignatureRow> = {
  name: 'signature',
  of: ['signature'],
  columns: {
    signatureId: 'text',
    staffId: 'text not null',
    receivedAt: 'timestamptz not null',
    signedAt: 'timestamptz',
  },
  key: 'signatureId',
  reads: ({ data }) => [data.signatureId],
  on: {
    StandardReceived: ({ data: { signatureId, staffId }, occurredAt: receivedAt }, rows) =>
      rows.set(signatureId, { signatureId, staffId, receivedAt, signedAt: null }),
    StandardSigned: ({ data: { signatureId, staffId }, occurredAt: signedAt }, rows) => {
      const receivedAt = rows.get(signatureId)?.receivedAt ?? signedAt;
      rows.set(signatureId, { signatureId, staffId, receivedAt, signedAt });
    },
  },
};
