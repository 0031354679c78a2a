import type { Aggregate } from '#libs/event-sourcing';
import type { ContraindicatedItemLearned } from './contraindicated-item.events.js';

export type ContraindicatedItem = 'unheard-of' | 'known';

/** Once known it stays so: asking in vain costs a moment, not asking could harm her. */
export const contraindicatedItem: Aggregate<ContraindicatedItem, ContraindicatedItemLearned> = {
  category: 'contraindicated-item',
  initial: 'unheard-of',
  evolve: () => 'known',
};
