import { latest } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { DocumentEvent, DocumentPublished } from '../document.events.js';
import type { Document } from '../document.js';

export class PublishDocument {
  constructor(readonly data: Omit<DocumentPublished['data'], 'version'> & { readonly occurredAt: string }) {}
}

/** A next version, from a day on. Saying again what then holds already changes nothing. */
export const publishDocument: Decide<PublishDocument, Document, DocumentEvent> = ({ data }, { versions }) => {
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
  return [{ type: 'DocumentPublished', occurredAt, storeId, data: { ...published, version } }];
};

const nothingToWithdraw = ({ kind, code, storeId }: PublishDocument['data']): Rejection =>
  new Rejection('nothing-to-withdraw', 'Nothing was published that could be withdrawn.', {
    kind,
    code,
    storeId,
  });
