import { latest, scheduledAfter } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { DocumentEvent, DocumentPublished } from '../document.events.js';
import { document, type Document, type Version } from '../document.js';
import { checkFixedParts } from '../fixed-parts.js';

export class PublishDocument {
  constructor(readonly data: Omit<DocumentPublished['data'], 'version'> & { readonly occurredAt: string }) {}
}

/** The same document elsewhere: the chain's for a store's own, those of stores for the chain's. */
export type Elsewhere = readonly Document[];

/** A next version, from a day on, with what the chain holds fixed. Saying again what then holds already changes nothing. */
export const publishDocument =
  (elsewhere: Elsewhere): Decide<PublishDocument, Document, DocumentEvent> =>
  ({ data }, before) => {
    const { versions } = before;
    const { occurredAt, ...published } = data;
    const held = latest(versions, published.effectiveFrom);
    if (published.content === null) {
      checkWithdrawable(data, versions);
      if ((held?.content ?? null) === null) return [];
    }
    const sameDay = held?.effectiveFrom === published.effectiveFrom;
    if (sameDay && JSON.stringify(held.content) === JSON.stringify(published.content)) return [];
    const version = versions.length + 1;
    const { storeId } = published;
    const event: DocumentPublished = {
      ...{ type: 'DocumentPublished', occurredAt, storeId },
      data: { ...published, version },
    };
    const all = [document.evolve(before, event), ...elsewhere];
    const [chain, ...owns] = storeId === null ? all : all.toReversed();
    if (chain !== undefined) checkFixedParts(chain, owns);
    return [event];
  };

/** A version that is published for later would bring it back unsaid, and is withdrawn first. */
const checkWithdrawable = (
  { kind, code, storeId, effectiveFrom }: PublishDocument['data'],
  versions: readonly Version[],
): void => {
  const named = { kind, code, storeId };
  if (versions.length === 0)
    throw new Rejection('nothing-to-withdraw', 'Nothing was published that could be withdrawn.', named);
  const decided = versions.map(({ content, ...version }) => ({ ...version, storeId, value: content }));
  const later = scheduledAfter(decided, storeId, effectiveFrom);
  if (later === undefined) return;
  const sentence = 'A version is published from a later day: withdraw it from that day first.';
  throw new Rejection('document-from-later', sentence, { ...named, effectiveFrom: later });
};
