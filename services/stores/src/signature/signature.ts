import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { Document, Version } from '../document/document.js';
import type { SignatureEvent } from './signature.events.js';

export interface Signature {
  readonly received: boolean;
  readonly signed: boolean;
  readonly storeId: string | null;
}

/** One person's under one version. */
export const signature: Aggregate<Signature, SignatureEvent> = {
  category: 'signature',
  initial: { received: false, signed: false, storeId: null },
  evolve: ({ signed }, { type, data: { storeId } }) => ({
    received: true,
    signed: signed || type === 'StandardSigned',
    storeId,
  }),
  storeOf: ({ storeId }) => storeId,
};

/** One version's stream for one person: the version's, and then hers. */
export const signatureIdOf = (standard: string, version: number, staffId: string): string =>
  `${standard}#${version}/${staffId}`;

interface Named {
  readonly code: string;
  readonly version: number;
  readonly storeId: string | null;
}

/** A version that was published; refuses one that never was, and a withdrawal. */
export const publishedVersion = ({ versions }: Document, { code, version, storeId }: Named): Version => {
  const published = versions.find((one) => one.version === version);
  if (published !== undefined && published.content !== null) return published;
  throw new Rejection(
    'unknown-version',
    'There is no such version.',
    { code, version, storeId },
    'not-found',
  );
};
