import { latest } from '#libs/effective';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { Content, DocumentEvent, Kind } from './document.events.js';

export interface Version {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly content: Content | null;
  readonly publishedAt: string;
}

export interface Document {
  readonly storeId: string | null;
  /** In the order published. */
  readonly versions: readonly Version[];
}

/** All versions of one document of the chain, or of what stands in for it in one store. */
export const document: Aggregate<Document, DocumentEvent> = {
  category: 'document',
  initial: { storeId: null, versions: [] },
  evolve: (
    { versions },
    { data: { storeId, version, effectiveFrom, content }, occurredAt: publishedAt },
  ) => ({
    storeId,
    versions: [...versions, { version, effectiveFrom, content, publishedAt }],
  }),
  storeOf: ({ storeId }) => storeId,
};

/** A code that people would take for the same is the same. */
export const codeOf = (code: string): string => code.normalize('NFKC').toLowerCase();

export const documentId = (kind: Kind, code: string, storeId: string | null): string =>
  [kind, codeOf(code), ...(storeId === null ? [] : [storeId])].join('/');

export interface InForce extends Version {
  readonly because: 'chain-default' | 'store-override';
  readonly content: Content;
}

/** What a store follows on a day: its own version where it has one, or else the chain's. */
export const followedOn = (chain: Document, own: Document | undefined, day: string): InForce | undefined => {
  const override = latest(own?.versions ?? [], day);
  if (override !== undefined && override.content !== null) {
    return { ...override, content: override.content, because: 'store-override' };
  }
  const general = latest(chain.versions, day);
  if (general === undefined || general.content === null) return undefined;
  return { ...general, content: general.content, because: 'chain-default' };
};

export const nothingInForce = (context: Readonly<Record<string, unknown>>): Rejection =>
  new Rejection('nothing-in-force', 'No such document is in force on that day.', context, 'not-found');
