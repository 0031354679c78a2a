import { anItemOffered, anItemPriced, anItemRetired } from '../testing/item.builders.js';
import { aLicenceRecorded } from '../testing/store.builders.js';
import { itemOn, mayGive } from './item-on-a-day.js';
import type { ItemDescription, ItemEvent } from './item.events.js';
import { item } from './item.js';

const shanghai = { storeId: 'sh-01', currency: 'CNY' };
const on = (day: string, store = shanghai, ...events: readonly ItemEvent[]) =>
  itemOn([anItemOffered(), ...events].reduce(item.evolve, item.initial), store, day);

describe('an item as a store offers it on a day', () => {
  const own = anItemPriced({ storeId: 'sh-01', price: { priceMinor: 9_900, currency: 'CNY' } });

  it('costs what the store asks, else what the chain asks in its currency, else nobody has said', () => {
    expect(on('2026-03-01')?.priceMinor).toBeNull();
    expect(on('2026-03-01', shanghai, anItemPriced())?.priceMinor).toBe(12_800);
    expect(on('2026-03-01', shanghai, own, anItemPriced())?.priceMinor).toBe(9_900);
    const london = { storeId: 'ln-01', currency: 'GBP' };
    expect(on('2026-03-01', london, own, anItemPriced())?.priceMinor).toBeNull();
  });

  it('goes by the chain’s price again from the day its own ends', () => {
    const ended = anItemPriced({ storeId: 'sh-01', effectiveFrom: '2026-05-01', price: null });
    expect(on('2026-04-30', shanghai, anItemPriced(), own, ended)?.priceMinor).toBe(9_900);
    expect(on('2026-05-01', shanghai, anItemPriced(), own, ended)?.priceMinor).toBe(12_800);
  });

  it('is on the menu from its first day until it is retired', () => {
    expect(on('2026-02-28')).toBeUndefined();
    expect(on('2026-03-31', shanghai, anItemRetired())).toMatchObject({ name: 'Deep hydration' });
    expect(on('2026-04-01', shanghai, anItemRetired())).toBeUndefined();
  });

  const { description } = anItemOffered().data;
  const laser: ItemDescription = {
    ...description,
    medical: { subject: 'cosmetic-dermatology', because: ['device'] },
  };
  const licence = aLicenceRecorded().data.changes.medicalLicence!;

  it('is a medical treatment from the day it is described as one', () => {
    const asLaser = anItemOffered({ effectiveFrom: '2026-05-01', description: laser });
    expect(on('2026-04-30', shanghai, asLaser)?.medical).toBeUndefined();
    expect(on('2026-05-01', shanghai, asLaser)?.medical).toEqual(laser.medical);
  });

  it('may be given as care by every store, as a medical treatment with a licence for it', () => {
    expect(mayGive(description, null, '2026-05-01')).toBe(true);
    expect(mayGive(laser, null, '2026-05-01')).toBe(false);
    expect(mayGive(laser, licence, '2026-12-31')).toBe(true);
    expect(mayGive(laser, licence, '2027-01-01')).toBe(false);
    expect(mayGive(laser, { ...licence, subjects: ['cosmetic-dentistry'] }, '2026-05-01')).toBe(false);
  });
});
