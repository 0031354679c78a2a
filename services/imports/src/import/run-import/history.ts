import { instantOf } from '#libs/calendar';
import { derivedId } from '#libs/event-store';
import { storeNamed, type Mapping } from '../../mapping/mapping.js';
import type { Grouped } from '../../reading/grouped.js';

const HISTORY = '6d7f7a4e-6a53-5e0b-9b3c-4f0f1e2d3c4b';

/** The id that a thing of a source always gets, so that sending it again is the same thing again. */
export const idOf = (source: string, kind: 'visit' | 'return' | 'client', key: string): string =>
  derivedId(HISTORY, `${source} ${kind} ${key}`);

/** When it happened; the mapping has checked that the text is a time. */
export const momentOf = ({ storeKey, occurredAtLocal }: Grouped, mapping: Mapping): string =>
  instantOf(occurredAtLocal, storeNamed(storeKey, mapping).timeZone)!;

/** What the mapping leaves empty is left out. */
export const storeOf = (storeKey: string, mapping: Mapping) => {
  const { region, legalEntity, ...store } = storeNamed(storeKey, mapping);
  return { ...store, region: region || undefined, legalEntity: legalEntity || undefined };
};

export const clientOf = (grouped: Grouped, mapping: Mapping) => ({
  clientId: idOf(mapping.source, 'client', grouped.clientKey!),
  storeId: storeNamed(grouped.storeKey, mapping).storeId,
  memberNumber: grouped.clientKey!,
  registeredAt: momentOf(grouped, mapping),
});

export const visitOf = (grouped: Grouped, clientId: string | null, mapping: Mapping) => ({
  visitId: idOf(mapping.source, 'visit', grouped.key),
  clientId,
  storeId: storeNamed(grouped.storeKey, mapping).storeId,
  lines: grouped.lines.map(({ lineNumber, item, description, quantity, amountMinor }) => ({
    lineId: String(lineNumber),
    itemId: item,
    description: description === '' ? null : description.slice(0, 200),
    quantity,
    paidMinor: amountMinor,
    staffId: null,
  })),
  completedAt: momentOf(grouped, mapping),
});

export const returnOf = (grouped: Grouped, clientId: string | null, mapping: Mapping) => ({
  returnId: idOf(mapping.source, 'return', grouped.key),
  clientId,
  storeId: storeNamed(grouped.storeKey, mapping).storeId,
  lines: grouped.lines.map(({ item, description, quantity, amountMinor }) => ({
    itemId: item,
    description: description === '' ? null : description.slice(0, 200),
    quantity,
    returnedMinor: amountMinor,
  })),
  returnedAt: momentOf(grouped, mapping),
});
