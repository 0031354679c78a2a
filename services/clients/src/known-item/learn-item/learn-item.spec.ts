import { decisions } from '#libs/testing';
import { anItemLearned, anItemRetirementLearned } from '../../testing/known-item.builders.js';
import type { ItemLearned } from '../known-item.events.js';
import { contraindicationsOn, describedOn, knownItem, onMenu } from '../known-item.js';
import { LearnItem, learnItem } from './learn-item.js';

const spec = decisions(knownItem, learnItem);
const told = ({ data, occurredAt: offeredAt }: ItemLearned): LearnItem =>
  new LearnItem({ ...data, offeredAt });
const march = anItemLearned();
const retired = anItemRetirementLearned();

describe('learning what an item is and what speaks against it', () => {
  it('keeps it with the day from which it holds', () => {
    spec.given().when(told(march)).then(march);
    const april = anItemLearned({ effectiveFrom: '2026-04-01', contraindications: ['sunburn', 'retinoids'] });
    spec.given(march).when(told(april)).then(april);
  });

  it('learns nothing from hearing the same again, and takes what is said otherwise of the same day', () => {
    spec.given(march).when(told(march)).thenNothing();
    for (const corrected of [
      anItemLearned({ contraindications: [] }),
      anItemLearned({ name: 'Deep peeling' }),
      anItemLearned({ kind: 'regular' }),
    ])
      spec.given(march).when(told(corrected)).then(corrected);
  });

  it('learns the name of an item that was learned without', () => {
    const { name: _, kind: __, ...nameless } = march.data;
    spec
      .given({ ...march, data: nameless })
      .when(told(march))
      .then(march);
  });

  it('learns that one is offered again from the day on which it was to leave', () => {
    const again = anItemLearned({ effectiveFrom: '2026-05-01' });
    spec.given(march, again, retired).when(told(again)).then(again);
  });

  it('knows what holds on a day, in whatever order it was heard', () => {
    const april = anItemLearned({ effectiveFrom: '2026-04-01', contraindications: ['retinoids'] });
    const item = [april, march].reduce(knownItem.evolve, knownItem.initial);
    expect(describedOn(item, '2026-02-28')).toBeUndefined();
    expect(contraindicationsOn(item, '2026-03-31')).toEqual(['sunburn']);
    expect(contraindicationsOn(item, '2026-04-01')).toEqual(['retinoids']);
  });

  it('knows what speaks against one that is given before its first day: what does then (CL-19)', () => {
    const april = anItemLearned({ effectiveFrom: '2026-04-01', contraindications: ['retinoids'] });
    const corrected = anItemLearned({ contraindications: ['pregnancy'] });
    const item = [april, march, corrected, retired].reduce(knownItem.evolve, knownItem.initial);
    expect(contraindicationsOn(item, '2026-02-28')).toEqual(['pregnancy']);
    expect(contraindicationsOn(item, '2026-06-01')).toEqual(['retinoids']); // it has left by then
    expect(contraindicationsOn([], '2026-02-28')).toBeUndefined();
  });

  it('knows what is on the menu on a day, and how it was called when it was', () => {
    const item = [march, retired].reduce(knownItem.evolve, knownItem.initial);
    const peeling = { name: 'Peeling', kind: 'special', contraindications: ['sunburn'] };
    expect(onMenu(item, '2026-02-28')).toBeNull();
    expect(onMenu(item, '2026-04-30')).toEqual(peeling);
    expect(onMenu(item, '2026-05-01')).toBeNull();
    expect(describedOn(item, '2026-05-01')).toEqual(peeling);
  });
});
