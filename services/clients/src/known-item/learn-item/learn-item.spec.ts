import { decisions } from '#libs/testing';
import type { ItemLearned } from '../known-item.events.js';
import { contraindicationsOn, knownItem } from '../known-item.js';
import { LearnItem, learnItem } from './learn-item.js';

const spec = decisions(knownItem, learnItem);

const learned = (effectiveFrom: string, ...contraindications: string[]): ItemLearned => ({
  type: 'ItemLearned',
  occurredAt: '2026-03-01T02:00:00.000Z',
  data: { itemId: 'peel-30', effectiveFrom, contraindications },
});
const told = ({ data, occurredAt: offeredAt }: ItemLearned): LearnItem =>
  new LearnItem({ ...data, offeredAt });

describe('learning what speaks against an item', () => {
  const march = learned('2026-03-01', 'sunburn');

  it('keeps it with the day from which it holds', () => {
    spec.given().when(told(march)).then(march);
    const april = learned('2026-04-01', 'sunburn', 'retinoids');
    spec.given(march).when(told(april)).then(april);
  });

  it('learns nothing from hearing the same again, and takes what is said otherwise of the same day', () => {
    spec.given(march).when(told(march)).thenNothing();
    const corrected = learned('2026-03-01');
    spec.given(march).when(told(corrected)).then(corrected);
  });

  it('knows what holds on a day, in whatever order it was heard', () => {
    const item = [learned('2026-04-01', 'retinoids'), march].reduce(knownItem.evolve, knownItem.initial);
    expect(contraindicationsOn(item, '2026-02-28')).toBeUndefined();
    expect(contraindicationsOn(item, '2026-03-31')).toEqual(['sunburn']);
    expect(contraindicationsOn(item, '2026-04-01')).toEqual(['retinoids']);
  });
});
