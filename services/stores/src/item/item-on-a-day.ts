import { licensedFor, type MedicalLicence } from '#contracts/stores/medical';
import { inForce } from '#libs/effective';
import type { ItemDescription } from './item.events.js';
import { pricesIn, type Item } from './item.js';

export interface ItemOnADay extends ItemDescription {
  /** Null when nobody has set one. */
  readonly priceMinor: number | null;
}

/** An item as a store offers it on a day; undefined when it is off the menu then. */
export const itemOn = (
  item: Item,
  store: { readonly storeId: string; readonly currency: string },
  on: string,
): ItemOnADay | undefined => {
  const description = inForce(item.descriptions, null, on)?.value;
  if (!description) return undefined;
  const price = inForce(pricesIn(store.currency, item), store.storeId, on)?.value;
  return { ...description, priceMinor: price?.priceMinor ?? null };
};

/** Whether a store may give it: care every store may, a medical treatment one with a licence for it. */
export const mayGive = ({ medical }: ItemDescription, licence: MedicalLicence | null, on: string): boolean =>
  medical === undefined || licensedFor(licence, medical.subject, on);
