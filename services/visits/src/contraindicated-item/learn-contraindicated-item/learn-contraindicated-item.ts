import type { Decide } from '#libs/event-sourcing';
import type { ContraindicatedItemLearned } from '../contraindicated-item.events.js';
import type { ContraindicatedItem } from '../contraindicated-item.js';

export class LearnContraindicatedItem {
  constructor(
    readonly data: {
      readonly itemId: string;
      readonly contraindications: readonly string[];
      readonly offeredAt: string;
    },
  ) {}
}

/** Most items have nothing against them, and leave no fact. */
export const learnContraindicatedItem: Decide<
  LearnContraindicatedItem,
  ContraindicatedItem,
  ContraindicatedItemLearned
> = ({ data: { itemId, contraindications, offeredAt: occurredAt } }, item) =>
  item === 'known' || contraindications.length === 0
    ? []
    : [{ type: 'ContraindicatedItemLearned', occurredAt, data: { itemId } }];
