import { Rejection } from '#libs/event-sourcing';

/** An item, where it is to be given, and the day at that store. */
export interface Wanted {
  readonly itemId: string;
  readonly storeId: string;
  readonly on: string;
}

export const unknownItem = (wanted: Wanted): Rejection =>
  new Rejection(
    'unknown-item',
    'No item with this id was ever on the menu. Name one that is, or have it put on the menu first.',
    { ...wanted },
  );

export const notOnTheMenu = (wanted: Wanted): Rejection =>
  new Rejection(
    'not-on-the-menu',
    'The store does not offer this item on this day. Name another item or another day, or have it put on the menu first.',
    { ...wanted },
  );
