import { decisions } from '#libs/testing';
import { contraindicatedItem } from '../contraindicated-item.js';
import type { ContraindicatedItemLearned } from '../contraindicated-item.events.js';
import { LearnContraindicatedItem, learnContraindicatedItem } from './learn-contraindicated-item.js';

const spec = decisions(contraindicatedItem, learnContraindicatedItem);
const offeredAt = '2026-03-01T02:00:00.000Z';
const offered = (...contraindications: string[]) =>
  new LearnContraindicatedItem({ itemId: 'peel-30', contraindications, offeredAt });
const learned: ContraindicatedItemLearned = {
  type: 'ContraindicatedItemLearned',
  occurredAt: offeredAt,
  data: { itemId: 'peel-30' },
};

describe('learning of items that something can speak against', () => {
  it('keeps that there is something, once', () => {
    spec.given().when(offered('sunburn')).then(learned);
    spec.given(learned).when(offered('sunburn', 'retinoids')).thenNothing();
  });

  it('keeps nothing of an item that nothing speaks against', () => {
    spec.given().when(offered()).thenNothing();
  });

  it('does not forget it when the menu says otherwise, for that may hold from a later day', () => {
    spec.given(learned).when(offered()).thenNothing();
  });
});
