import { latest } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { DocumentEvent, DocumentPublished } from '../document.events.js';
import { document, type Document } from '../document.js';
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
      if (versions.length === 0) throw nothingToWithdraw(data);
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

const nothingToWithdraw = ({ kind, code, storeId }: PublishDocument['data']): Rejection =>
  new Rejection('nothing-to-withdraw', 'Nothing was published that could be withdrawn.', {
    kind,
    code,
    storeId,
  });
