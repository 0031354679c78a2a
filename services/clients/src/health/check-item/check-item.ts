import { Rejection } from '#libs/event-sourcing';

/** Refuses an item for her with what speaks against it, in the words of the menu and never in those of her notes. */
export const checkItem = (
  itemId: string,
  ofItem: readonly string[] | undefined,
  ofHers: readonly string[],
): void => {
  const reasons = (ofItem ?? []).filter((code) => ofHers.includes(code));
  if (reasons.length === 0) return;
  const sentence = 'This is not for her: something that is noted of her health speaks against it.';
  throw new Rejection('contraindicated', sentence, { itemId, reasons });
};
