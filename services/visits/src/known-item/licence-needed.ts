import { licensedFor, type MedicalSubject } from '#contracts/stores/medical';
import { Rejection } from '#libs/event-sourcing';

/** Refuses a medical treatment at a store whose licence does not let it give that on a day. */
export const refuseUnlicensed = (
  item: { readonly itemId: string; readonly subject: MedicalSubject },
  place: { readonly storeId: string; readonly licence: Parameters<typeof licensedFor>[0] },
  on: string,
): void => {
  if (licensedFor(place.licence, item.subject, on)) return;
  const sentence = 'This is a medical treatment, and the store has no licence for it on this day.';
  throw new Rejection('licence-needed', sentence, { ...item, storeId: place.storeId, on });
};
